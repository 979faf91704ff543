package io.trunkline.desktop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.identity.Refresh;
import io.trunkline.model.identity.Session;
import io.trunkline.model.identity.SignIn;
import io.trunkline.model.json.Json;
import io.trunkline.model.live.DeskSnapshot;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Lets one agent sign in over TCP, with the password `secret`, and shows them an empty desk. It has no live feed.
final class SmallBackend implements AutoCloseable {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private int tokens;

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
        switch (path) {
            case "login" -> {
                var who = Json.mapper().readValue(body, SignIn.class);
                send(exchange, who.password().equals("secret") ? 200 : 401, session());
            }
            case "token/refresh" -> {
                var token = Json.mapper().readValue(body, Refresh.class).refreshToken();
                send(exchange, token.equals("token-" + tokens) ? 200 : 401, session());
            }
            case "logout" -> send(exchange, 204, "");
            case "desk" -> send(exchange, 200, desk());
            default -> send(exchange, 404, "");
        }
    }

    private Session session() {
        return new Session("access", Instant.now().plusSeconds(900), "token-" + ++tokens, Samples.me());
    }

    private static DeskSnapshot desk() {
        var ben = new AgentRef(Samples.BEN.id(), Samples.BEN.name());
        var presence = new Presence(ben, PresenceState.AVAILABLE, null, Samples.NINE);
        return new DeskSnapshot(1, presence, List.of(), List.of(), List.of(), List.of(), List.of("break"));
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        var bytes = status == 200 ? Json.mapper().writeValueAsBytes(answer) : new byte[0];
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
