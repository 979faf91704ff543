package io.trunkline.simulator;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsRouting;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.client.Devices;
import io.trunkline.simulator.client.Signalling;
import io.trunkline.simulator.control.Control;
import io.trunkline.simulator.control.People;
import io.trunkline.simulator.media.Natives;
import io.trunkline.simulator.messaging.Texts;
import io.trunkline.simulator.rest.Arrivals;
import io.trunkline.simulator.rest.RestApi;
import io.trunkline.simulator.voice.Exchange;
import io.trunkline.simulator.webhook.Callbacks;
import io.trunkline.simulator.webhook.Deliveries;
import io.trunkline.simulator.webhook.Webhooks;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Starts and stops the stand-in for the carrier.
public final class Simulator implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Simulator.class);

    private final Pace pace;
    private final Webhooks webhooks;
    private final Control control;
    private final Exchange exchange;
    private final Devices devices;
    private final WebServer server;

    private Simulator(Settings settings) {
        var numbers = new Numbers();
        var mood = new Mood(settings.unkindness());
        pace = new Pace(Clock.systemUTC(), settings.speed());
        var deliveries = new Deliveries();
        webhooks = new Webhooks(settings.account().token(), pace, deliveries);
        var callbacks = new Callbacks(webhooks, pace, mood, settings.seed());
        var arrivals = new Arrivals();
        devices = new Devices();
        var people = new People(pace);
        exchange = new Exchange(
                settings.account(),
                numbers,
                pace,
                mood,
                webhooks,
                callbacks,
                people.directory(devices::ringing),
                settings.media(),
                this::address);
        var texts = new Texts(settings.account(), numbers, pace, webhooks, callbacks, people);
        control = new Control(exchange, texts, deliveries, arrivals, devices, mood, people, settings.seed());
        settings.numbers().ifPresent(control::preset);

        var http = HttpRouting.builder();
        RestApi.register(http, exchange, texts, mood, arrivals);
        control.register(http);
        var signalling = new Signalling(exchange, devices, mood);
        server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .addRouting(http)
                .addRouting(WsRouting.builder().endpoint("/signal", signalling::listener))
                .build();
    }

    public static Simulator start(Settings settings) {
        log.info("{}", settings);
        var simulator = new Simulator(settings);
        simulator.server.start();
        simulator.pace.run(Natives::check);
        settings.scenario().ifPresent(simulator.control::play);
        return simulator;
    }

    public int port() {
        return server.port();
    }

    /// Where it listens, without a slash at the end.
    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        control.close();
        server.stop();
        exchange.air().close();
        devices.close();
        pace.close();
        webhooks.close();
    }

    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Settings settings;
        try {
            settings = Settings.load(args);
        } catch (IllegalArgumentException e) {
            System.err.println("The simulator cannot start: " + e.getMessage());
            System.exit(2);
            return;
        }
        var simulator = start(settings);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(simulator::close));
        System.out.println("Simulator listens on " + simulator.address());
    }
}
