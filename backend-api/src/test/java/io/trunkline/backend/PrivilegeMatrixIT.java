package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.Method;
import io.trunkline.backend.bench.Figures;
import io.trunkline.backend.identity.IdentityFeature;
import io.trunkline.backend.identity.NewTenant;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Access;
import io.trunkline.backend.platform.http.Route;
import io.trunkline.model.identity.NewUser;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Walks every route of the whole backend × every role × nobody × another tenant. A new route is walked without a word
/// here; a new open route fails until it is put on the list below.
class PrivilegeMatrixIT {
    private static final String PASSWORD = "a long enough password";
    private static final Set<String> OPEN = Set.of(
            "GET /health/live",
            "GET /health/ready",
            "GET /metrics",
            "GET /openapi.json",
            "GET /docs",
            "GET /docs/{file}",
            "GET /twilio/audio/music.wav",
            "GET /api/v1/desktop/release",
            "POST /api/v1/login",
            "POST /api/v1/login/password",
            "POST /api/v1/logout",
            "POST /api/v1/token/refresh");
    private static final Set<String> WALL =
            Set.of("GET /api/v1/wallboard", "GET /api/v1/presences", "GET /api/v1/away-reasons");
    private static final Set<String> EVERYBODYS =
            Set.of("GET /api/v1/me", "POST /api/v1/me/password", "GET /api/v1/live", "POST /api/v1/diagnostics");
    // What workers take up by itself; a planted row of nonsense there would only stop them.
    private static final Set<String> NOT_PLANTED = Set.of("job", "due_work", "carrier_command", "carrier_account");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @TempDir
    static Path folder;

    private static Backend backend;
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);
    private static final Map<Role, Set<Permission>> MAY = new EnumMap<>(Role.class);
    private static final Map<String, String> THEIR_IDS = new LinkedHashMap<>();
    private static UUID theirs;

    @BeforeAll
    static void start() {
        var values = new HashMap<>(POSTGRES.settings());
        values.put("http.port", "0");
        values.put("identity.token-key-file", folder.resolve("token.key").toString());
        values.put("telephony.key-file", folder.resolve("telephony.key").toString());
        values.put("telephony.spool", folder.resolve("spool").toString());
        values.put("recordings.directory", folder.resolve("recordings").toString());
        values.put("identity.requests-per-minute", "100000");
        values.put("bootstrap.tenant", "ours");
        values.put("bootstrap.email", "admin@ours.example");
        values.put("bootstrap.password", PASSWORD);
        backend = Backend.start(Settings.of(values), Clock.systemUTC());
        signIn(Role.ADMIN, "admin@ours.example");
        for (var role : List.of(Role.SUPERVISOR, Role.AGENT, Role.VIEWER)) {
            var email = role.name().toLowerCase(java.util.Locale.ROOT) + "@ours.example";
            var user = new NewUser(role.name(), email, PASSWORD, Set.of(role), null, List.of(), Map.of());
            assertThat(call("POST", "/api/v1/users", TOKENS.get(Role.ADMIN), user))
                    .isEqualTo(201);
            signIn(role, email);
        }
        theirs = new IdentityFeature(Settings.of(values), POSTGRES.database(), Clock.systemUTC())
                .tenants()
                .create(
                        new NewTenant("theirs", "Theirs", ZoneId.of("UTC"), "US"),
                        "Admin",
                        "admin@theirs.example",
                        PASSWORD)
                .value();
        for (var table : POSTGRES.tables().named()) {
            if (!NOT_PLANTED.contains(table)) {
                POSTGRES.tables().plant(table, theirs);
                // A completed recording is fetched by a worker; a stored one is left alone.
                POSTGRES.tell("update recording set state = 'STORED' where tenant_id = '%s'".formatted(theirs));
                THEIR_IDS.put(table, POSTGRES.tables().ids(table, theirs).getFirst());
            }
        }
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void onlyTheListedRoutesAreOpen() {
        assertThat(backend.routes().all())
                .filteredOn(route -> route.access() instanceof Access.Open)
                .extracting(Route::toString)
                .filteredOn(route -> !route.startsWith("POST /twilio/")) // guarded by the carrier's signature
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void nobodyGetsThroughAClosedRoute() {
        var forged = TOKENS.get(Role.ADMIN).replaceAll("\\.[^.]*$", ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        var unsigned = "eyJhbGciOiJub25lIn0." + TOKENS.get(Role.ADMIN).split("\\.", -1)[1] + ".";
        for (var route : closed()) {
            for (var token : new String[] {null, "", "nonsense", forged, unsigned}) {
                assertThat(call(route, UUID.randomUUID(), token))
                        .as("%s with %s", route, token)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void everyRoleGetsWhatItsPermissionsSayAndNothingElse() {
        var walked = 0;
        for (var route : closed()) {
            for (var role : Role.values()) {
                var status = call(route, UUID.randomUUID(), TOKENS.get(role));
                var allowed = switch (route.access()) {
                    case Access.Needs needs -> MAY.get(role).contains(needs.permission());
                    case Access.SignedIn _ -> true;
                    case Access.Open _ -> throw new IllegalStateException();
                    case Access.Platform _ -> false;
                };
                if (allowed) {
                    assertThat(status).as("%s as %s", route, role).isNotIn(401, 403, 429, 500);
                } else {
                    assertThat(status).as("%s as %s", route, role).isEqualTo(403);
                }
                walked++;
            }
        }
        Figures.record("privileges.cells", walked, "route x role, all as they should", "> 250", walked > 250);
    }

    @Test
    void viewersWriteNothingAndOnlyAdministratorsAdministrate() {
        assertThat(MAY.get(Role.VIEWER))
                .noneMatch(permission -> permission.name().endsWith("_WRITE"));
        assertThat(MAY.get(Role.VIEWER))
                .doesNotContain(Permission.CALL_MAKE, Permission.DESK_USE, Permission.PRESENCE_OTHERS);
        for (var only : List.of(
                Permission.USER_WRITE, Permission.AUDIT_READ, Permission.QUEUE_WRITE, Permission.NUMBER_WRITE)) {
            assertThat(MAY)
                    .allSatisfy((role, may) -> assertThat(may.contains(only)).isEqualTo(role == Role.ADMIN));
        }
        assertThat(MAY.get(Role.AGENT)).doesNotContain(Permission.PRESENCE_OTHERS, Permission.RECORDING_READ);
    }

    /// What a wallboard shows, and what everybody may who is signed in.
    @Test
    void aScreenOnAWallReadsTheWallboardAndNothingElse() {
        var open = closed().stream()
                .filter(route -> call(route, UUID.randomUUID(), TOKENS.get(Role.VIEWER)) != 403)
                .filter(route -> !(route.access() instanceof Access.SignedIn))
                .map(Route::toString)
                .toList();
        assertThat(open).containsExactlyInAnyOrderElementsOf(WALL);
        assertThat(closed())
                .filteredOn(route -> route.access() instanceof Access.SignedIn)
                .extracting(Route::toString)
                .containsExactlyInAnyOrderElementsOf(EVERYBODYS);
    }

    @Test
    void aScreenOnAWallGetsNoDeskNoVoiceAndNoOffer() throws Exception {
        for (var asked :
                List.of("GET /api/v1/desk", "GET /api/v1/voice/credentials", "POST /api/v1/reservations/{id}/accept")) {
            assertThat(closed())
                    .filteredOn(route -> route.toString().equals(asked))
                    .singleElement()
                    .satisfies(route -> assertThat(call(route, UUID.randomUUID(), TOKENS.get(Role.VIEWER)))
                            .isEqualTo(403));
        }
        var me = Json.mapper()
                .readTree(
                        send("GET", "/api/v1/me", TOKENS.get(Role.VIEWER), null).body());
        var agent = me.path("id").asText();
        var listening = listen(TOKENS.get(Role.VIEWER));
        try {
            // the most that somebody else could do for them
            var wish = Map.of("command", UUID.randomUUID(), "state", "AVAILABLE");
            assertThat(call("PUT", "/api/v1/presences/" + agent, TOKENS.get(Role.ADMIN), wish))
                    .isEqualTo(200);
            assertThat(POSTGRES.ask(
                            "select state || ' ' || connected from presence where agent_id = '%s'".formatted(agent)))
                    .as("offered is only to whom a desk is connected")
                    .isEqualTo("AVAILABLE false");
        } finally {
            listening.abort();
        }
    }

    /// The live feed, from now on, once it is heard.
    private static WebSocket listen(String token) throws Exception {
        var heard = new CompletableFuture<String>();
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(
                        URI.create("ws://127.0.0.1:%d/api/v1/live".formatted(backend.port())),
                        new WebSocket.Listener() {
                            @Override
                            public @Nullable CompletionStage<?> onText(
                                    WebSocket from, CharSequence text, boolean last) {
                                heard.complete(text.toString());
                                from.request(1);
                                return null;
                            }
                        })
                .get(30, TimeUnit.SECONDS);
        assertThat(heard.get(30, TimeUnit.SECONDS)).contains("caughtUp");
        return socket;
    }

    @Test
    void idsOfAnotherTenantAreAsUnknownAsAnyOther() {
        var before = fingerprints();
        var wrong = new ArrayList<String>();
        var asked = 0;
        for (var route : closed()) {
            var byPath = route.path().contains("{");
            if (!byPath && !namesSomething(route)) {
                continue;
            }
            var nobodys = UUID.randomUUID();
            var unknown = ask(route, nobodys, TOKENS.get(Role.ADMIN));
            for (var their : THEIR_IDS.entrySet()) {
                var id = UUID.fromString(their.getValue());
                var answer = ask(route, id, TOKENS.get(Role.ADMIN));
                asked++;
                var alike = answer.statusCode() == unknown.statusCode()
                        && text(answer)
                                .replace(id.toString(), nobodys.toString())
                                .equals(text(unknown));
                var written =
                        byPath && answer.statusCode() < 400 && !route.method().equals(Method.GET);
                if (answer.statusCode() == 500 || written || (!alike && answer.statusCode() != 404)) {
                    wrong.add("%s with their %s: %d %s; with nobody's: %d %s"
                            .formatted(
                                    route,
                                    their.getKey(),
                                    answer.statusCode(),
                                    text(answer),
                                    unknown.statusCode(),
                                    text(unknown)));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(fingerprints()).isEqualTo(before);
        Figures.record("privileges.ids-of-another-tenant.asked", asked, "requests", "> 200", asked > 200);
        Figures.record("privileges.ids-of-another-tenant.leaks", wrong.size(), "answers", "= 0", wrong.isEmpty());
    }

    private static List<Route> closed() {
        return backend.routes().all().stream()
                .filter(route -> !(route.access() instanceof Access.Open))
                .toList();
    }

    private static boolean namesSomething(Route route) {
        return route.request().orElse(null) instanceof Route.Shape.One(var type)
                && new SampleBody(type).namesSomething();
    }

    private static Map<String, String> fingerprints() {
        var found = new LinkedHashMap<String, String>();
        for (var table : POSTGRES.tables().guarded()) {
            found.put(table, POSTGRES.tables().fingerprint(table, theirs));
        }
        return found;
    }

    private static void signIn(Role role, String email) {
        var answer =
                send("POST", "/api/v1/login", null, Map.of("tenant", "ours", "email", email, "password", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(200);
        try {
            JsonNode session = Json.mapper().readTree(answer.body());
            TOKENS.put(role, session.path("accessToken").asText());
            MAY.put(
                    role,
                    Set.of(Json.mapper().treeToValue(session.path("me").path("permissions"), Permission[].class)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static int call(Route route, UUID id, @Nullable String token) {
        return ask(route, id, token).statusCode();
    }

    private static HttpResponse<byte[]> ask(Route route, UUID id, @Nullable String token) {
        var path = route.path().replaceAll("\\{[^}]*}", id.toString());
        var body = route.request().orElse(null) instanceof Route.Shape.One(var type)
                ? new SampleBody(type).with(id)
                : null;
        return send(route.method().text(), path, token, body);
    }

    private static int call(String method, String path, @Nullable String token, @Nullable Object body) {
        return send(method, path, token, body).statusCode();
    }

    private static HttpResponse<byte[]> send(
            String method, String path, @Nullable String token, @Nullable Object body) {
        return Client.send(backend, method, path, token, body);
    }
}
