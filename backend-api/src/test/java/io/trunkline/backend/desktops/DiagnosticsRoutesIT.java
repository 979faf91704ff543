package io.trunkline.backend.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.identity.TestServer;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.TenantId;
import io.trunkline.model.identity.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DiagnosticsRoutesIT {
    private static final int HUNG_UP = 0;
    private static final String PATH = "/api/v1/diagnostics";
    private static final String KEY = "t-" + UUID.randomUUID();
    private static final byte[] ZIP = {'P', 'K', 3, 4, 0, 0, 42, -1};

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static TestServer server;
    private static TenantId tenant;
    private static TestServer.Person admin;

    @BeforeAll
    static void start() {
        var feature = new DesktopsFeature(Settings.of(Map.of()), POSTGRES.database(), new Audit(), Clock.systemUTC());
        server = new TestServer(POSTGRES, Clock.systemUTC(), Map.of(), feature::routes);
        tenant = server.tenant(KEY);
        admin = server.signIn(KEY, "admin@" + KEY + ".example");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAgentSendsABundleThatAnAdministratorFetchesAndDeletes() throws Exception {
        var ana = server.person(KEY, "Ana", Role.AGENT);
        assertThat(send(ana, ZIP)).isEqualTo(201);

        var listed = server.get(PATH, admin).body().path("items").path(0);
        assertThat(listed.path("by").asText()).isEqualTo("Ana");
        assertThat(listed.path("program").asText()).isEqualTo("Trunkline/0.1.0 (linux)");
        assertThat(listed.path("bytes").asInt()).isEqualTo(ZIP.length);
        var one = PATH + "/" + listed.path("id").asText();
        assertThat(fetch(one).body()).isEqualTo(ZIP);
        assertThat(fetch(one).headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(server.get(one, ana).status()).isEqualTo(403);
        assertThat(server.call("DELETE", one, ana.token(), null).status()).isEqualTo(403);
        assertThat(server.call("DELETE", one, admin.token(), null).status()).isEqualTo(204);
        assertThat(server.get(one, admin).status()).isEqualTo(404);
        assertThat(server.get("/api/v1/audit", admin).body().findValuesAsText("action"))
                .contains("diagnostics.sent", "diagnostics.read", "diagnostics.deleted");
    }

    @Test
    void keepsTheNewestFewOfEachPerson() throws Exception {
        var ben = server.person(KEY, "Ben", Role.AGENT);
        for (var number = 0; number < Diagnostics.EACH + 2; number++) {
            var zip = Arrays.copyOf(ZIP, ZIP.length + number);
            assertThat(send(ben, zip)).isEqualTo(201);
        }
        assertThat(POSTGRES.ask("select count(*) || ' ' || min(length(zip)) from diagnostics where sent_by = '%s'"
                        .formatted(ben.id())))
                .isEqualTo(Diagnostics.EACH + " " + (ZIP.length + 2));
    }

    @Test
    void goesThroughTheListPageByPage() throws Exception {
        var eva = server.person(KEY, "Eva", Role.AGENT);
        for (var number = 0; number < 3; number++) {
            send(eva, ZIP);
        }
        var first = server.get(PATH + "?limit=2", admin).body();
        assertThat(first.path("items")).hasSize(2);
        var next = server.get(PATH + "?limit=2&cursor=" + first.path("next").asText(), admin)
                .body();
        assertThat(next.path("items").findValuesAsText("id"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.path("items").findValuesAsText("id"));
    }

    @Test
    void refusesWhatIsNoZipAndWhatIsTooLarge() throws Exception {
        var zoe = server.person(KEY, "Zoe", Role.AGENT);
        assertThat(send(zoe, new byte[0])).isEqualTo(400);
        assertThat(send(zoe, "hello, administrator".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(sendTooMuch(zoe)).isIn(413, HUNG_UP);
        assertThat(POSTGRES.ask("select count(*) from diagnostics where sent_by = '%s'".formatted(zoe.id())))
                .isEqualTo("0");
    }

    @Test
    void forgetsThemAfterTheirTime() throws Exception {
        var kim = server.person(KEY, "Kim", Role.AGENT);
        send(kim, ZIP);
        send(kim, ZIP);
        POSTGRES.tell("""
                update diagnostics set at = at - interval '31 days'
                where id = (select max(id::text)::uuid from diagnostics where sent_by = '%s')""".formatted(kim.id()));

        new Diagnostics(POSTGRES.database(), new Audit(), Clock.systemUTC(), Duration.ofDays(30)).forget();

        assertThat(POSTGRES.ask("select count(*) from diagnostics where sent_by = '%s'".formatted(kim.id())))
                .isEqualTo("1");
        assertThat(tenant).isNotNull();
    }

    /// The server answers before it has read everything and hangs up, which may reach the sender before the answer.
    private static int sendTooMuch(TestServer.Person person) throws InterruptedException {
        try {
            return send(person, Arrays.copyOf(ZIP, 2 * 1024 * 1024));
        } catch (IOException e) {
            return HUNG_UP;
        }
    }

    private static int send(TestServer.Person person, byte[] zip) throws IOException, InterruptedException {
        var request = request(PATH, person)
                .header("User-Agent", "Trunkline/0.1.0 (linux)")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request(path, admin).build(), BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path, TestServer.Person person) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + person.token());
    }
}
