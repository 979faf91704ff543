package io.trunkline.desktop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trunkline.model.Problem;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.desktop.Release;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Refresh;
import io.trunkline.model.identity.Role;
import io.trunkline.model.identity.Session;
import io.trunkline.model.identity.SignIn;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.json.Json;
import io.trunkline.model.live.DeskSnapshot;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.Wallboard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Lets one agent sign in over TCP, with the password `secret` or the one-time one `once-only-4711`, and shows them an
/// empty desk. It has no live feed.
final class SmallBackend implements AutoCloseable {
    private static final Set<String> WATCHED = Set.of(
            "login", "logout", "token/refresh", "live", "wallboard", "presences", "desktop/release", "/health/ready");

    /// As the backend's own: what a running call needs is not closed to a program that is too old.
    private static final Set<String> FOR_EVERY_PROGRAM = Set.of(
            "desktop/release",
            "token/refresh",
            "reservations/ID/talking",
            "interactions/ID/call/hold",
            "interactions/ID/call/mute",
            "interactions/ID/call/hang-up");

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private int tokens;

    /// Refuses every program as too old.
    volatile boolean refusesAll;

    /// A call that the agent has taken.
    volatile Optional<Reservation> call = Optional.empty();

    /// Whoever signs in may only watch, and is refused whatever else is asked.
    volatile boolean onlyWatches;

    SmallBackend() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().replace("/api/v1/", "");
        asked.add(path);
        var body = exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Trunkline-Time", String.valueOf(System.currentTimeMillis()));
        if (refusesAll && !FOR_EVERY_PROGRAM.contains(path.replaceAll("[0-9a-f-]{36}", "ID"))) {
            problem(exchange, 426, "about:blank", "This centre needs 0.9.0 or newer.");
            return;
        }
        if (onlyWatches && !WATCHED.contains(path)) {
            problem(exchange, 403, "about:blank", "Your role does not allow this.");
            return;
        }
        switch (path) {
            case "login" -> {
                var who = Json.mapper().readValue(body, SignIn.class);
                if (who.password().equals("once-only-4711")) {
                    problem(exchange, 403, Problem.PASSWORD_CHANGE_REQUIRED, "This password is good once.");
                    return;
                }
                send(exchange, who.password().equals("secret") ? 200 : 401, session());
            }
            case "login/password" -> {
                var choice = Json.mapper().readValue(body, FirstPassword.class);
                send(exchange, choice.password().equals("once-only-4711") ? 200 : 401, session());
            }
            case "desktop/release" ->
                send(exchange, 200, new Release("0.9.0", "0.9.0", "https://centre.example.com/get", List.of()));
            case "/health/ready" -> send(exchange, 200, Map.of("status", "UP", "checks", Map.of("server", "UP")));
            case "wallboard" -> send(exchange, 200, new Wallboard(Samples.figures(), Samples.NINE));
            case "presences" -> send(exchange, 200, List.of());
            case "token/refresh" -> {
                var token = Json.mapper().readValue(body, Refresh.class).refreshToken();
                send(exchange, token.equals("token-" + tokens) ? 200 : 401, session());
            }
            case "logout" -> send(exchange, 204, "");
            case "desk" -> send(exchange, 200, desk());
            case "talk-way" -> send(exchange, 200, TalkWay.DEVICE);
            default -> send(exchange, path.matches(".*/(talking|hang-up)") ? 204 : 404, "");
        }
    }

    private Session session() {
        return new Session("access", Instant.now().plusSeconds(900), "token-" + ++tokens, me());
    }

    private Me me() {
        var ben = Samples.me();
        return onlyWatches
                ? new Me(
                        ben.id(),
                        ben.tenant(),
                        ben.tenantName(),
                        ben.name(),
                        ben.email(),
                        Set.of(Role.VIEWER),
                        EnumSet.of(Permission.WALLBOARD_READ, Permission.PRESENCE_READ),
                        ben.timeZone(),
                        List.of(),
                        Map.of())
                : ben;
    }

    private DeskSnapshot desk() {
        var ben = new AgentRef(Samples.BEN.id(), Samples.BEN.name());
        var state = call.isPresent() ? PresenceState.ENGAGED : PresenceState.AVAILABLE;
        var presence = new Presence(ben, state, null, Samples.NINE);
        return new DeskSnapshot(
                1,
                presence,
                call.stream().toList(),
                call.map(Samples::active).stream().toList(),
                List.of(),
                List.of(),
                List.of("break"));
    }

    private static void problem(HttpExchange exchange, int status, String type, String sentence) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        var bytes = Json.mapper().writeValueAsBytes(new Problem(type, "No", status, sentence, null, List.of()));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        var bytes = status == 200 ? Json.mapper().writeValueAsBytes(answer) : new byte[0];
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
