package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.voice.Times;
import io.trunkline.simulator.webhook.Form;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Reading and answering one request.
final class Rest {
    static final String ROOT = "/2010-04-01/Accounts/";

    /// Whether this request is carried out, but answered when nobody waits any more.
    static final ScopedValue<Boolean> LATE = ScopedValue.newInstance();

    /// Where the request in hand is kept account of.
    static final ScopedValue<Arrival> ARRIVAL = ScopedValue.newInstance();

    private static final String JSON = ".json";
    private static final long HANG = TimeUnit.SECONDS.toNanos(20);

    private Rest() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Form form(ServerRequest request) {
        var form = request.content().hasEntity() ? Form.parse(request.content().as(String.class)) : new Form();
        if (ARRIVAL.isBound()) {
            ARRIVAL.get().read(form);
        }
        return form;
    }

    static Form query(ServerRequest request) {
        return Form.parse(request.prologue().query().rawValue());
    }

    /// A path parameter without the `.json` it may end with.
    static String id(ServerRequest request, String name) {
        var value = request.path().pathParameters().get(name);
        return value.endsWith(JSON) ? value.substring(0, value.length() - JSON.length()) : value;
    }

    static @Nullable String time(Optional<Instant> at) {
        return at.map(Times::text).orElse(null);
    }

    /// The whole path, also inside a service that sees its own part only.
    static String path(ServerRequest request) {
        return request.prologue().uriPath().path();
    }

    static RestError missing(ServerRequest request) {
        return RestError.notFound(path(request));
    }

    static void send(ServerResponse response, int status, ObjectNode body) {
        if (LATE.orElse(false)) {
            LockSupport.parkNanos(HANG);
        }
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                .send(body.toString());
    }

    static void ok(ServerResponse response, ObjectNode body) {
        send(response, 200, body);
    }

    static void created(ServerResponse response, ObjectNode body) {
        send(response, 201, body);
    }

    static void gone(ServerResponse response) {
        response.status(Status.NO_CONTENT_204).send();
    }

    static void error(ServerResponse response, RestError error) {
        send(
                response,
                error.status(),
                object().put("code", error.code())
                        .put("message", error.getMessage())
                        .put("more_info", "https://www.twilio.com/docs/errors/" + error.code())
                        .put("status", error.status()));
    }
}
