package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.Keys;
import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.voice.Times;

/// `/Keys`: a secret is shown when its key is made, and never again.
final class KeyRoutes implements HttpService {
    private final Keys keys;
    private final Pace pace;

    KeyRoutes(Keys keys, Pace pace) {
        this.keys = keys;
        this.pace = pace;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/Keys.json", this::list)
                .post("/Keys.json", this::create)
                .get("/Keys/{sid}", (request, response) -> Rest.ok(response, json(key(request))))
                .delete("/Keys/{sid}", this::remove);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Pages.send(
                request,
                response,
                "keys",
                keys.all().stream().map(KeyRoutes::json).toList());
    }

    private void create(ServerRequest request, ServerResponse response) {
        var made = keys.make(Rest.form(request).text("FriendlyName"), pace.now());
        Rest.created(response, json(made).put("secret", made.secret()));
    }

    private void remove(ServerRequest request, ServerResponse response) {
        keys.remove(key(request).sid());
        Rest.gone(response);
    }

    private Keys.Key key(ServerRequest request) {
        return keys.find(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
    }

    private static ObjectNode json(Keys.Key key) {
        return Rest.object()
                .put("sid", key.sid())
                .put("friendly_name", key.name())
                .put("date_created", Times.text(key.created()))
                .put("date_updated", Times.text(key.created()));
    }
}
