package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.Backend;
import io.trunkline.backend.bench.BackendSetup;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BehindAProxyIT {
    private static final String FORGED = "203.0.113.7";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @TempDir
    static Path home;

    private static Backend backend;
    private static ProxyHop proxy;

    @BeforeAll
    static void start() throws Exception {
        var values = new HashMap<>(POSTGRES.settings());
        values.put("http.port", "0");
        values.put("http.public-url", BackendSetup.PUBLIC_URL);
        values.put("http.trusted-proxies", "127.0.0.1");
        values.put("identity.token-key-file", home.resolve("token.key").toString());
        values.put("telephony.key-file", home.resolve("telephony.key").toString());
        values.put("telephony.spool", home.resolve("spool").toString());
        values.put("recordings.directory", home.resolve("recordings").toString());
        values.put("bootstrap.tenant", "bench");
        values.put("bootstrap.email", "admin@bench.example");
        values.put("bootstrap.password", BackendSetup.PASSWORD);
        backend = Backend.start(Settings.of(values), Clock.systemUTC());
        BackendSetup.apply(backend.port());
        proxy = new ProxyHop(backend.port());
    }

    @AfterAll
    static void stop() {
        proxy.close();
        backend.close();
    }

    @Test
    void theCarriersSignatureOverThePublicAddressHoldsBehindTheProxy() {
        assertThat(BackendSetup.PUBLIC_URL).startsWith("https://");
        try (var carrier =
                new SignedPost(BackendSetup.PUBLIC_URL, BackendSetup.ACCOUNT, BackendSetup.TOKEN, proxy.port())) {
            var answer = carrier.post(
                    "/twilio/voice/status",
                    Map.of("CallSid", "CA" + "1".repeat(32), "CallStatus", "completed", "SequenceNumber", "1"),
                    "delivery-1");

            assertThat(answer.status()).isBetween(200, 204);
        }
        try (var forger = new SignedPost("http://127.0.0.1", BackendSetup.ACCOUNT, BackendSetup.TOKEN, proxy.port())) {
            assertThat(forger.post("/twilio/voice/status", Map.of("CallSid", "CA1"), "delivery-2")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void theAuditLogNamesTheClientAndNotTheProxyAndNotWhatTheClientWrites() throws Exception {
        proxy.client("198.51.100.44");

        assertThat(login(BackendSetup.PASSWORD)).isEqualTo(200);

        assertThat(POSTGRES.ask("select detail->>'address' from audit where action = 'session.opened' order by"
                        + " sequence desc limit 1"))
                .isEqualTo("198.51.100.44");
    }

    @Test
    void guessesAreCountedPerClientBehindTheProxy() throws Exception {
        proxy.client("198.51.100.9");
        for (var guess = 0; guess < 5; guess++) {
            assertThat(login("wrong")).isEqualTo(401);
        }
        assertThat(login(BackendSetup.PASSWORD)).isEqualTo(429);

        proxy.client("198.51.100.10");
        assertThat(login(BackendSetup.PASSWORD)).isEqualTo(200);
    }

    /// With a forged address in front, which must not count.
    private static int login(String password) throws IOException, InterruptedException {
        var body = Map.of("tenant", "bench", "email", "admin@bench.example", "password", password);
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/login".formatted(proxy.port())))
                    .header("X-Forwarded-For", FORGED)
                    .POST(BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
