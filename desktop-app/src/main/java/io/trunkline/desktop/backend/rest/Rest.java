package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.backend.ServerClock;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.model.identity.Refresh;
import io.trunkline.model.identity.Session;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/// The connection to one backend: HTTP client, tokens and the backend's clock, shared by all adapters.
public final class Rest implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(15);

    private final URI base;
    private final Trust trust;
    private final Clock here;
    private final ServerClock clock;
    private final Tokens tokens;
    private final OkHttpClient plain;
    private final IdentityApi identity;
    private final Api api;

    /// `backend` is the address without a path, such as `http://localhost:8080`.
    public Rest(URI backend, Trust trust, RefreshTokens kept, Clock here) {
        this.base = backend.resolve("/api/v1/");
        this.trust = trust;
        this.here = here;
        this.clock = new ServerClock(here);
        this.tokens = new Tokens(kept, clock);
        this.plain = Clients.to(backend, trust)
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(READ)
                .callTimeout(WHOLE)
                .addInterceptor(this::timed)
                .build();
        this.identity = retrofit(plain).create(IdentityApi.class);
        this.api = retrofit(plain.newBuilder().addInterceptor(this::authorised).build())
                .create(Api.class);
    }

    /// The backend's time.
    public ServerClock clock() {
        return clock;
    }

    /// An access token good for a while, for the live feed; asks for a new one where needed.
    public String accessToken() {
        return tokens.fresh(this::renew);
    }

    /// An access token in the place of one that the live feed was refused with.
    public String accessTokenInsteadOf(String refused) {
        return tokens.insteadOf(refused, this::renew);
    }

    /// The address of the live feed, without its question.
    public URI liveAddress() {
        var live = base.resolve("live").toString();
        return URI.create("ws" + live.substring("http".length()));
    }

    SSLContext tls() {
        return trust.context();
    }

    @Override
    public void close() {
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
    }

    Api api() {
        return api;
    }

    IdentityApi identity() {
        return identity;
    }

    Tokens tokens() {
        return tokens;
    }

    Session renew(String refreshToken) {
        return Answers.of(identity.refresh(new Refresh(refreshToken)));
    }

    private Response timed(Interceptor.Chain chain) throws IOException {
        var sent = here.instant();
        var response = chain.proceed(chain.request());
        var received = here.instant();
        time(response).ifPresent(then -> clock.observe(sent, received, then));
        return response;
    }

    /// The backend's own time; a `Date` would have whole seconds, and proxies make it again.
    private static Optional<Instant> time(Response response) {
        var millis = response.header("Trunkline-Time");
        return millis != null && millis.matches("\\d{1,15}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)))
                : Optional.empty();
    }

    private Response authorised(Interceptor.Chain chain) throws IOException {
        var token = tokens.fresh(this::renew);
        var response = with(chain, token);
        if (response.code() != 401) {
            return response;
        }
        response.close();
        return with(chain, tokens.insteadOf(token, this::renew));
    }

    private static Response with(Interceptor.Chain chain, String token) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private Retrofit retrofit(OkHttpClient client) {
        var url = HttpUrl.get(base);
        if (url == null) {
            throw new IllegalArgumentException("The backend's address must begin with http:// or https://: " + base);
        }
        return new Retrofit.Builder()
                .baseUrl(url)
                .client(client)
                .addConverterFactory(JacksonConverterFactory.create(Json.mapper()))
                .build();
    }
}
