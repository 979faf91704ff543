package io.trunkline.simulator.control;

import io.helidon.webserver.http.HttpRouting;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.client.Devices;
import io.trunkline.simulator.messaging.Texts;
import io.trunkline.simulator.voice.Exchange;
import io.trunkline.simulator.webhook.Deliveries;
import java.nio.file.Path;

/// The control as the simulator's main program sees it.
public final class Control implements AutoCloseable {
    private final Presets presets;
    private final Stage stage;
    private final ControlRoutes routes;

    public Control(
            Exchange exchange,
            Texts texts,
            Deliveries deliveries,
            Devices devices,
            Mood mood,
            People people,
            long seed) {
        presets = new Presets(exchange.numbers());
        stage = new Stage(exchange, texts, people, seed);
        var ledger = new Ledger(exchange, texts, deliveries);
        routes = new ControlRoutes(exchange, texts, devices, mood, people, presets, stage, ledger);
        people.use(exchange.calls(), stage::read);
    }

    public void register(HttpRouting.Builder routing) {
        routes.register(routing);
    }

    /// Numbers and applications from a JSON file.
    public void preset(Path file) {
        presets.load(file);
    }

    /// Starts a scenario by its name or file.
    public void play(String scenario) {
        stage.play(Scenario.load(scenario));
    }

    @Override
    public void close() {
        stage.stop();
    }
}
