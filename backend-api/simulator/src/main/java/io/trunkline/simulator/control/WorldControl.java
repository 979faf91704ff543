package io.trunkline.simulator.control;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.model.json.Json;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.account.Standing;
import io.trunkline.simulator.client.Devices;
import java.util.Locale;
import java.util.Map;

/// The rest of `/control`: numbers, applications, phones, scenarios, the carrier's mood.
final class WorldControl implements HttpService {
    private final Devices devices;
    private final Mood mood;
    private final People people;
    private final Presets presets;
    private final Stage stage;

    WorldControl(Devices devices, Mood mood, People people, Presets presets, Stage stage) {
        this.devices = devices;
        this.mood = mood;
        this.people = people;
        this.presets = presets;
        this.stage = stage;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/customers", this::customers)
                .get("/devices", this::devices)
                .post("/scenario", this::play)
                .delete("/scenario", this::stop)
                .get("/unkind", (_, response) -> Replies.ok(response, Replies.json(mood.now())))
                .post("/unkind", this::unkind)
                .post("/numbers", this::number)
                .post("/applications", this::application)
                .post("/services", this::service)
                .post("/account", this::account)
                .post("/phones", this::behave);
    }

    private void customers(ServerRequest request, ServerResponse response) {
        var playing = stage.playing();
        var customers = playing.orElseGet(() -> Scenario.load("demo")).customers();
        Replies.ok(response, Replies.json(Map.of("customers", customers, "playing", playing.isPresent())));
    }

    private void devices(ServerRequest request, ServerResponse response) {
        Replies.ok(
                response, Replies.json(Map.of("identities", devices.identities(), "registered", devices.registered())));
    }

    private void play(ServerRequest request, ServerResponse response) {
        var json = Replies.order(request).json();
        var scenario = json.has("customers")
                ? Json.mapper().convertValue(json, Scenario.class)
                : Scenario.load(json.path("scenario").asText(json.path("name").asText("demo")));
        stage.play(scenario, json.path("to").asText(""));
        Replies.ok(response, Replies.object().put("playing", scenario.name()));
    }

    private void stop(ServerRequest request, ServerResponse response) {
        stage.stop();
        response.status(Status.NO_CONTENT_204).send();
    }

    private void unkind(ServerRequest request, ServerResponse response) {
        mood.set(mood.now().with(Replies.order(request).json()));
        Replies.ok(response, Replies.json(mood.now()));
    }

    private void number(ServerRequest request, ServerResponse response) {
        Replies.created(response, Replies.json(presets.number(Replies.order(request))));
    }

    private void application(ServerRequest request, ServerResponse response) {
        Replies.created(response, Replies.json(presets.application(Replies.order(request))));
    }

    private void service(ServerRequest request, ServerResponse response) {
        Replies.created(response, Replies.json(presets.service(Replies.order(request))));
    }

    private void account(ServerRequest request, ServerResponse response) {
        var order = Replies.order(request);
        var now = mood.standing();
        mood.stands(new Standing(
                order.text("name").isEmpty() ? now.name() : order.text("name"),
                order.text("status").isEmpty() ? now.status() : order.text("status"),
                order.text("type").isEmpty() ? now.type() : order.text("type")));
        Replies.ok(response, Replies.json(mood.standing()));
    }

    private void behave(ServerRequest request, ServerResponse response) {
        var order = Replies.order(request);
        var usual = Behaviour.USUAL;
        var behaviour = new Behaviour(
                order.text("answer").isEmpty() ? usual.answer() : answer(order.text("answer")),
                order.number("afterSeconds", usual.afterSeconds()),
                order.number("talkSeconds", usual.talkSeconds()),
                order.text("digits"),
                (int) order.number("textError", 0),
                order.text("reply"));
        people.behave(order.need("number"), behaviour);
        Replies.ok(response, Replies.json(behaviour));
    }

    private static Behaviour.Answer answer(String word) {
        try {
            return Behaviour.Answer.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Order.Bad("A phone 'answers', is 'busy', gives 'no-answer' or 'fails'.");
        }
    }
}
