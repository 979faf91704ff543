package io.trunkline.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import io.trunkline.model.json.Json;
import io.trunkline.simulator.account.Unkindness;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A simulator on a free port, a fake application behind its number, and the carrier's own client pointed at it.
final class Rig implements AutoCloseable {
    static final String LINE = "+15550100001";
    static final String CUSTOMER = "+15550110001";
    static final String SPEED = "10";

    final FakeApplication application;
    final Simulator simulator;
    final Settings settings;
    final TwilioRestClient twilio;
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();

    private Rig(Unkindness unkindness, String speed) throws IOException {
        application = new FakeApplication();
        var given = new HashMap<>(Map.of("port", "0", "speed", speed, "media", "target/media"));
        given.put("unkind", Json.mapper().writeValueAsString(unkindness));
        settings = Settings.of(given, Map.of());
        simulator = Simulator.start(settings);
        twilio = new TwilioRestClient.Builder(
                        settings.account().sid(), settings.account().token())
                .httpClient(new Redirecting(simulator.address()))
                .build();
        post("/control/numbers", """
                {"number": "%s", "voiceUrl": "%s", "voiceFallbackUrl": "%s", "smsUrl": "%s", "statusCallback": "%s"}
                """.formatted(
                        LINE,
                        application.url("/voice"),
                        application.url("/fallback"),
                        application.url("/text"),
                        application.url("/status")));
    }

    static Rig kind() throws IOException {
        return new Rig(Unkindness.KIND, SPEED);
    }

    static Rig with(Unkindness unkindness) throws IOException {
        return new Rig(unkindness, SPEED);
    }

    static Rig with(Unkindness unkindness, String speed) throws IOException {
        return new Rig(unkindness, speed);
    }

    /// A customer phones the line.
    String phones() {
        return phones("");
    }

    String phones(String more) {
        return post("/control/calls", "{\"from\": \"%s\", \"to\": \"%s\" %s}".formatted(CUSTOMER, LINE, more))
                .path("sid")
                .asText();
    }

    void presses(String call, String digits) {
        post("/control/calls/" + call + "/digits", "{\"digits\": \"" + digits + "\"}");
    }

    /// So many of the carrier's seconds.
    void passes(double seconds) {
        var until = System.nanoTime() + (long) (seconds * 1e9 / settings.speed());
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    void hangsUp(String call) {
        post("/control/calls/" + call + "/hangup", "{}");
    }

    JsonNode call(String sid) {
        return get("/control/calls/" + sid);
    }

    JsonNode ledger() {
        return get("/control/ledger");
    }

    /// Looks again until it is so.
    static void until(String what, BooleanSupplier wanted) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still no " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    byte[] bytes(String path) {
        try {
            return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    byte[] download(String path) {
        try {
            return http.send(authorised(path).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// How strong a pitch is in what this leg's far end heard last.
    double heard(String call, double hertz) {
        return strength(bytes("/control/calls/" + call + "/heard?seconds=0.25"), hertz);
    }

    double loudness(String call) {
        return Goertzel.loudness(Goertzel.samples(bytes("/control/calls/" + call + "/heard?seconds=0.25"), 0));
    }

    Got put(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    String upload(String path, byte[] bytes) {
        return send(HttpRequest.newBuilder(uri(path))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build())
                .json()
                .path("wav")
                .asText();
    }

    double said(String call, double hertz) {
        return strength(bytes("/control/calls/" + call + "/said?seconds=0.25"), hertz);
    }

    /// Nothing until the whole quarter of a second is there: in less, pitches cannot be told apart.
    private static double strength(byte[] wav, double hertz) {
        return Goertzel.samples(wav, 0).length < Goertzel.rate(wav) / 4 ? 0 : Goertzel.strength(wav, 0, hertz);
    }

    String token(String identity, String applicationSid, int ttl) {
        return token(identity, applicationSid, settings.account().keySecret(), ttl);
    }

    String token(String identity, String applicationSid, String secret, int ttl) {
        var grant = new VoiceGrant();
        grant.setOutgoingApplicationSid(applicationSid);
        grant.setIncomingAllow(true);
        return new AccessToken.Builder(
                        settings.account().sid(), settings.account().keySid(), secret.getBytes(StandardCharsets.UTF_8))
                .identity(identity)
                .grant(grant)
                .ttl(ttl)
                .build()
                .toJwt();
    }

    /// Asks again until it is as wanted.
    JsonNode until(String path, Predicate<JsonNode> wanted) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        var now = get(path);
        while (!wanted.test(now)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still not as wanted: " + now);
            }
            LockSupport.parkNanos(2_000_000);
            now = get(path);
        }
        return now;
    }

    JsonNode callUntil(String sid, Predicate<JsonNode> wanted) {
        return until("/control/calls/" + sid, wanted);
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET().build()).json();
    }

    JsonNode post(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build())
                .json();
    }

    record Got(int status, String type, String body) {
        JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    Got send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Got(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder authorised(String path) {
        return authorised(path, settings.account().sid(), settings.account().token());
    }

    HttpRequest.Builder authorised(String path, String user, String secret) {
        var plain = user + ":" + secret;
        var basic = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Basic " + basic);
    }

    URI uri(String path) {
        return URI.create(simulator.address() + path);
    }

    @Override
    public void close() {
        simulator.close();
        application.close();
        http.close();
    }

    /// The carrier's client with another base address.
    private static final class Redirecting extends HttpClient {
        private final NetworkHttpClient real = new NetworkHttpClient();
        private final String base;

        Redirecting(String base) {
            this.base = base;
        }

        @Override
        public Response makeRequest(Request request) {
            var url = URI.create(request.getUrl());
            var moved = new Request(
                    request.getMethod(),
                    base + url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
            request.getQueryParams().forEach((name, values) -> values.forEach(v -> moved.addQueryParam(name, v)));
            request.getPostParams().forEach((name, values) -> values.forEach(v -> moved.addPostParam(name, v)));
            moved.setAuth(request.getUsername(), request.getPassword());
            if (request.getContentType() != null) {
                moved.setContentType(request.getContentType());
            }
            return real.makeRequest(moved);
        }
    }
}
