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
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.client.Devices;
import io.trunkline.simulator.messaging.Texts;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.Exchange;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/// `/control/…`, `/health` and the page at `/`.
final class ControlRoutes {
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Missing(String what) {
            super(what);
        }
    }

    private final Exchange exchange;
    private final Texts texts;
    private final Devices devices;
    private final Mood mood;
    private final People people;
    private final Presets presets;
    private final Stage stage;
    private final Ledger ledger;

    ControlRoutes(
            Exchange exchange,
            Texts texts,
            Devices devices,
            Mood mood,
            People people,
            Presets presets,
            Stage stage,
            Ledger ledger) {
        this.exchange = exchange;
        this.texts = texts;
        this.devices = devices;
        this.mood = mood;
        this.people = people;
        this.presets = presets;
        this.stage = stage;
        this.ledger = ledger;
    }

    void register(HttpRouting.Builder routing) {
        routing.get("/", (_, response) -> HomePage.send(response, exchange))
                .get("/health", (_, response) -> send(response, 200, object().put("status", "UP")))
                .post("/control/calls", this::phone)
                .get("/control/calls", (_, response) -> send(response, 200, ledger.all(false)))
                .get("/control/calls/{sid}", (request, response) -> send(response, 200, ledger.one(call(request))))
                .post("/control/calls/{sid}/digits", this::press)
                .post("/control/calls/{sid}/speech", this::speak)
                .post("/control/calls/{sid}/hangup", this::hangUp)
                .post("/control/texts", this::write)
                .get("/control/ledger", this::ledger)
                .get("/control/customers", this::customers)
                .get("/control/devices", this::devices)
                .post("/control/scenario", this::play)
                .delete("/control/scenario", this::stop)
                .get("/control/unkind", (_, response) -> send(response, 200, json(mood.now())))
                .post("/control/unkind", this::unkind)
                .post(
                        "/control/numbers",
                        (request, response) -> send(response, 201, json(presets.number(order(request)))))
                .post(
                        "/control/applications",
                        (request, response) -> send(response, 201, json(presets.application(order(request)))))
                .post("/control/phones", this::behave)
                .error(Order.Bad.class, (_, response, e) -> problem(response, 400, e))
                .error(IllegalArgumentException.class, (_, response, e) -> problem(response, 400, e))
                .error(Missing.class, (_, response, e) -> problem(response, 404, e));
    }

    private void phone(ServerRequest request, ServerResponse response) {
        var order = order(request);
        var far = people.caller(order.text("digits"), order.number("patience", 0), order.number("talk", 0));
        var call = exchange.calls()
                .phone(order.need("from"), order.need("to"), far)
                .orElseThrow(() -> new Missing("The account has no number " + order.text("to") + "."));
        send(response, 201, object().put("sid", call.sid()));
    }

    private Call call(ServerRequest request) {
        var sid = request.path().pathParameters().get("sid");
        return exchange.calls().find(sid).orElseThrow(() -> new Missing("There is no call " + sid + "."));
    }

    private void press(ServerRequest request, ServerResponse response) {
        var digits = order(request).need("digits");
        if (!digits.matches("[0-9#*]+")) {
            throw new Order.Bad("Digits are 0-9, # and *.");
        }
        heard(response, exchange.calls().press(call(request), digits));
    }

    private void speak(ServerRequest request, ServerResponse response) {
        heard(response, exchange.calls().say(call(request), order(request).need("text")));
    }

    private static void heard(ServerResponse response, boolean now) {
        send(response, 200, object().put("heard", now ? "now" : "by the next question"));
    }

    private void hangUp(ServerRequest request, ServerResponse response) {
        var call = call(request);
        exchange.calls().hangUp(call);
        send(response, 200, ledger.one(call));
    }

    private void write(ServerRequest request, ServerResponse response) {
        var order = order(request);
        var media = new ArrayList<String>();
        order.json().path("media").forEach(m -> media.add(m.asText()));
        var message = texts.receive(order.need("from"), order.need("to"), order.text("body"), media)
                .orElseThrow(() -> new Missing("The account has no number " + order.text("to") + "."));
        send(response, 201, object().put("sid", message.sid()));
    }

    private void ledger(ServerRequest request, ServerResponse response) {
        send(
                response,
                200,
                ledger.all(!request.query().first("webhooks").orElse("true").equals("false")));
    }

    private void customers(ServerRequest request, ServerResponse response) {
        var customers = stage.playing()
                .map(Scenario::customers)
                .orElseGet(() -> Scenario.load("demo").customers());
        send(
                response,
                200,
                json(Map.of("customers", customers, "playing", stage.playing().isPresent())));
    }

    private void devices(ServerRequest request, ServerResponse response) {
        send(response, 200, json(Map.of("identities", devices.identities())));
    }

    private void play(ServerRequest request, ServerResponse response) {
        var json = order(request).json();
        var name = json.path("name").asText("demo");
        var scenario = json.has("customers") ? Json.mapper().convertValue(json, Scenario.class) : Scenario.load(name);
        stage.play(scenario);
        send(response, 200, object().put("playing", scenario.name()));
    }

    private void stop(ServerRequest request, ServerResponse response) {
        stage.stop();
        response.status(Status.NO_CONTENT_204).send();
    }

    private void unkind(ServerRequest request, ServerResponse response) {
        mood.set(mood.now().with(order(request).json()));
        send(response, 200, json(mood.now()));
    }

    private void behave(ServerRequest request, ServerResponse response) {
        var order = order(request);
        var usual = Behaviour.USUAL;
        var answer = order.text("answer").isEmpty() ? usual.answer() : answer(order.text("answer"));
        var behaviour = new Behaviour(
                answer,
                order.number("afterSeconds", usual.afterSeconds()),
                order.number("talkSeconds", usual.talkSeconds()),
                order.text("digits"),
                (int) order.number("textError", 0),
                order.text("reply"));
        people.behave(order.need("number"), behaviour);
        send(response, 200, json(behaviour));
    }

    private static Behaviour.Answer answer(String word) {
        try {
            return Behaviour.Answer.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Order.Bad("A phone 'answers', is 'busy', gives 'no-answer' or 'fails'.");
        }
    }

    private static Order order(ServerRequest request) {
        var text = request.content().hasEntity() ? request.content().as(String.class) : "{}";
        try {
            return new Order(Json.mapper().readTree(text.isBlank() ? "{}" : text));
        } catch (JsonProcessingException e) {
            throw new Order.Bad("The request is not JSON: " + e.getOriginalMessage());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode json(Object value) {
        return Json.mapper().valueToTree(value);
    }

    private static void problem(ServerResponse response, int status, Exception why) {
        var body = object().put("title", status == 404 ? "Not found" : "Bad request")
                .put("status", status)
                .put("detail", why.getMessage());
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .send(body.toString());
    }

    private static void send(ServerResponse response, int status, JsonNode body) {
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(body.toString());
    }
}
