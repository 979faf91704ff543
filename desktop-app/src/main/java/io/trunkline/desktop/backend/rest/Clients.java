package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.backend.Trust;
import java.io.IOException;
import java.net.URI;
import okhttp3.Authenticator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/// What all HTTP clients of this program have in common: what they call themselves, whom they trust, and how they go
/// through the web proxy, which is the default of this Java.
final class Clients {
    private Clients() {}

    static OkHttpClient.Builder to(URI backend, Trust trust) {
        return "https".equals(backend.getScheme()) ? encrypted(trust) : plain();
    }

    static OkHttpClient.Builder encrypted(Trust trust) {
        return plain().sslSocketFactory(trust.context().getSocketFactory(), trust.manager());
    }

    private static OkHttpClient.Builder plain() {
        return new OkHttpClient.Builder().addInterceptor(Clients::named).proxyAuthenticator(new NoPassword());
    }

    private static Response named(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .header("User-Agent", ThisProgram.userAgent())
                .build());
    }

    /// A proxy that asks for a password gets none, and the person a sentence of their own.
    private static final class NoPassword implements Authenticator {
        /// How the library asks for what could be said at once.
        private static final String BEFORE_IT_ASKS = "OkHttp-Preemptive";

        @Override
        public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
            var how = String.valueOf(response.header("Proxy-Authenticate"));
            if (how.equals(BEFORE_IT_ASKS)) {
                return null;
            }
            throw new ProxyAsked(how);
        }
    }

    private static final class ProxyAsked extends IOException implements Obstacle.Carried {
        private static final long serialVersionUID = 1;

        private ProxyAsked(String how) {
            super("The web proxy asks who this is: " + how);
        }

        @Override
        public Obstacle obstacle() {
            return new Obstacle.ProxyAsks();
        }
    }
}
