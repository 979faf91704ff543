package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.identity.NewUser;
import io.trunkline.model.identity.Role;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What was granted ends within a second, on open sockets and on other nodes too.
class RevocationIT {
    private static final String PASSWORD = "a long enough password";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @TempDir
    static Path folder;

    private static Backend here;
    private static Backend there;
    private static String admin = "";

    private record Person(UUID id, String email, String token) {}

    /// An open socket that remembers how it ended.
    private static final class Socket implements WebSocket.Listener {
        final LinkedBlockingQueue<Integer> closed = new LinkedBlockingQueue<>();

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.add(status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.add(-1);
        }

        int end() throws InterruptedException {
            var status = closed.poll(1, TimeUnit.SECONDS);
            return status == null ? 0 : status;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        var secret = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        var values = new HashMap<>(POSTGRES.settings());
        values.put("http.port", "0");
        values.put("identity.token-key-file", folder.resolve("token.key").toString());
        values.put("telephony.key-file", folder.resolve("telephony.key").toString());
        values.put("telephony.spool", folder.resolve("spool").toString());
        values.put("recordings.directory", folder.resolve("recordings").toString());
        values.put("bootstrap.tenant", "acme");
        values.put("bootstrap.email", "admin@acme.example");
        values.put("bootstrap.password-file", secret.toString());
        here = Backend.start(Settings.of(values), Clock.systemUTC());
        there = Backend.start(Settings.of(values), Clock.systemUTC());
        admin = signIn("admin@acme.example").token();
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
    }

    @Test
    void theSecondNodeDidNotMakeAnotherTenant() {
        assertThat(POSTGRES.ask("select count(*) from tenant")).isEqualTo("1");
        assertThat(POSTGRES.ask("select count(*) from app_user where email = 'admin@acme.example'"))
                .isEqualTo("1");
    }

    @Test
    void nobodyOpensASocketWithoutAToken() {
        for (var token : new String[] {"", "nonsense"}) {
            assertThatThrownBy(() -> open(here, token)).hasRootCauseMessage("Unexpected HTTP response status code 401");
        }
    }

    @Test
    void disablingSomebodyEndsTheirSocketHere() throws Exception {
        var ana = person("ana");
        var socket = open(here, ana.token());

        disable(here, ana);

        assertThat(socket.end()).isEqualTo(4401);
        assertThatThrownBy(() -> open(here, ana.token())).isInstanceOf(Exception.class);
    }

    @Test
    void disablingSomebodyThereEndsTheirSocketHere() throws Exception {
        var ben = person("ben");
        var socket = open(here, ben.token());

        disable(there, ben);

        assertThat(socket.end()).isEqualTo(4401);
    }

    @Test
    void aChangeOfRolesEndsTheSocketSoThatItComesBackWithTheNewOnes() throws Exception {
        var eva = person("eva");
        var socket = open(here, eva.token());

        var changed =
                Client.send(there, "PATCH", "/api/v1/users/" + eva.id(), admin, Map.of("roles", List.of("SUPERVISOR")));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(socket.end()).isEqualTo(4401);
    }

    @Test
    void othersKeepTheirSockets() throws Exception {
        var ida = person("ida");
        var leo = person("leo");
        var socket = open(here, leo.token());

        disable(here, ida);

        assertThat(socket.end()).isZero();
    }

    private static Socket open(Backend node, String token) throws Exception {
        var socket = new Socket();
        CLIENT.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("ws://127.0.0.1:%d/api/v1/live".formatted(node.port())), socket)
                .get(5, TimeUnit.SECONDS);
        return socket;
    }

    private static Person person(String name) {
        var email = name + "@acme.example";
        var user = new NewUser(name, email, PASSWORD, Set.of(Role.AGENT), null, List.of(), Map.of());
        assertThat(Client.send(here, "POST", "/api/v1/users", admin, user).statusCode())
                .isEqualTo(201);
        return signIn(email);
    }

    private static void disable(Backend node, Person person) {
        assertThat(Client.send(node, "DELETE", "/api/v1/users/" + person.id(), admin, null)
                        .statusCode())
                .isEqualTo(204);
    }

    private static Person signIn(String email) {
        var answer = Client.send(
                here, "POST", "/api/v1/login", null, Map.of("tenant", "acme", "email", email, "password", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(200);
        try {
            JsonNode session = Json.mapper().readTree(answer.body());
            return new Person(
                    UUID.fromString(session.path("me").path("id").asText()),
                    email,
                    session.path("accessToken").asText());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
