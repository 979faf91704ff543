package io.trunkline.simulator.control;

import io.helidon.webserver.http.HttpRouting;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.client.Devices;
import io.trunkline.simulator.messaging.Texts;
import io.trunkline.simulator.rest.Arrivals;
import io.trunkline.simulator.voice.Exchange;
import io.trunkline.simulator.webhook.Deliveries;
import java.nio.file.Path;

/// The control as the simulator's main program sees it.
public final class Control implements AutoCloseable {
    private final Exchange exchange;
    private final Presets presets;
    private final Stage stage;
    private final CallControl calls;
    private final WorldControl world;

    public Control(
            Exchange exchange,
            Texts texts,
            Deliveries deliveries,
            Arrivals arrivals,
            Devices devices,
            Mood mood,
            People people,
            long seed) {
        this.exchange = exchange;
        presets = new Presets(exchange.numbers());
        stage = new Stage(exchange, texts, people, seed);
        calls = new CallControl(exchange, texts, people, new Ledger(exchange, texts, deliveries, arrivals));
        world = new WorldControl(devices, mood, people, presets, stage);
        people.use(exchange.calls(), stage::read);
    }

    public void register(HttpRouting.Builder routing) {
        Replies.errors(routing);
        routing.get("/", (_, response) -> HomePage.send(response, exchange))
                .get(
                        "/health",
                        (_, response) -> Replies.ok(response, Replies.object().put("status", "UP")))
                .register("/control", calls, world);
    }

    /// Numbers and applications from a JSON file.
    public void preset(Path file) {
        presets.load(file);
    }

    /// Starts a scenario by its name or file.
    public void play(String scenario) {
        stage.play(Scenario.load(scenario), "");
    }

    @Override
    public void close() {
        stage.stop();
    }
}
