package io.trunkline.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.model.json.Json;

/// JSON in, JSON or a problem document out.
final class Replies {
    /// What was asked for is not there.
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Missing(String what) {
            super(what);
        }
    }

    private Replies() {}

    static void errors(HttpRouting.Builder routing) {
        routing.error(Order.Bad.class, (_, response, e) -> problem(response, 400, "Bad request", e))
                .error(IllegalArgumentException.class, (_, response, e) -> problem(response, 400, "Bad request", e))
                .error(Missing.class, (_, response, e) -> problem(response, 404, "Not found", e));
    }

    static Order order(ServerRequest request) {
        var text = request.content().hasEntity() ? request.content().as(String.class) : "{}";
        try {
            return new Order(Json.mapper().readTree(text.isBlank() ? "{}" : text));
        } catch (JsonProcessingException e) {
            throw new Order.Bad("The request is not JSON: " + e.getOriginalMessage());
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static JsonNode json(Object value) {
        return Json.mapper().valueToTree(value);
    }

    static void ok(ServerResponse response, JsonNode body) {
        send(response, 200, body);
    }

    static void created(ServerResponse response, JsonNode body) {
        send(response, 201, body);
    }

    private static void send(ServerResponse response, int status, JsonNode body) {
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(body.toString());
    }

    private static void problem(ServerResponse response, int status, String title, Exception why) {
        var body = object().put("title", title).put("status", status).put("detail", why.getMessage());
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .send(body.toString());
    }
}
