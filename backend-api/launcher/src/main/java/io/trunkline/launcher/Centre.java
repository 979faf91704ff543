package io.trunkline.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A backend and a simulator on this machine, each in a process of its own, speaking over TCP.
public final class Centre implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Centre.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Plan plan;
    private final Secrets secrets;
    private final Map<String, String> extra;
    private final BackendStart start;
    private Program simulator;
    private Program backend;

    /// How the backend becomes a process: from the checkout's jar, or as an installed service.
    public interface BackendStart {
        /// `settings` are names and values of the environment.
        Program start(Plan plan, Map<String, String> settings);
    }

    private Centre(Plan plan, Secrets secrets, Map<String, String> extra, BackendStart start) {
        this.plan = plan;
        this.secrets = secrets;
        this.extra = Map.copyOf(extra);
        this.start = start;
        this.simulator = startSimulator();
        this.backend = startBackend();
    }

    /// Starts both and waits until the backend is ready. `extra` adds settings of the backend.
    public static Centre start(Plan plan, Map<String, String> extra) {
        return start(plan, extra, Centre::fromTheCheckout);
    }

    /// As [#start(Plan, Map)], with a backend that is started in another way.
    public static Centre start(Plan plan, Map<String, String> extra, BackendStart start) {
        var centre = new Centre(plan, Secrets.in(plan.data()), extra, start);
        try {
            centre.awaitReady();
            return centre;
        } catch (RuntimeException e) {
            centre.close();
            throw e;
        }
    }

    public Rest backend() {
        return Rest.to(backendAddress());
    }

    public Rest simulator() {
        return Rest.to(simulatorAddress());
    }

    public URI backendAddress() {
        return URI.create("http://127.0.0.1:" + plan.backendPort());
    }

    public URI simulatorAddress() {
        return URI.create("http://127.0.0.1:" + plan.simulatorPort());
    }

    public Secrets secrets() {
        return secrets;
    }

    public Plan plan() {
        return plan;
    }

    public Program backendProgram() {
        return backend;
    }

    /// Kills the backend as a power cut would; PostgreSQL and the simulator go on.
    public void killBackend() {
        backend.kill();
    }

    /// Starts the backend again on the same port and data, and waits until it is ready.
    public void startBackendAgain() {
        backend = startBackend();
        awaitReady();
    }

    public void stopBackend() {
        backend.close();
    }

    @Override
    public void close() {
        backend.close();
        simulator.close();
    }

    private Program startSimulator() {
        var settings = new HashMap<String, String>();
        settings.put("TRUNKLINE_SIM_PORT", Integer.toString(plan.simulatorPort()));
        settings.put("TRUNKLINE_SIM_ACCOUNT", secrets.accountSid());
        settings.put("TRUNKLINE_SIM_TOKEN", secrets.authToken());
        settings.put("TRUNKLINE_SIM_KEY", secrets.keySid());
        settings.put("TRUNKLINE_SIM_SECRET", secrets.keySecret());
        settings.put("TRUNKLINE_SIM_MEDIA", plan.data().resolve("carrier").toString());
        settings.put("TRUNKLINE_SIM_NUMBERS", numbers().toString());
        return Program.start("simulator", plan.simulatorJar(), List.of("-Xmx256m"), List.of(), settings, logs(plan));
    }

    private Program startBackend() {
        var settings = new HashMap<String, String>();
        settings.put("TRUNKLINE_HTTP_PORT", Integer.toString(plan.backendPort()));
        settings.put("TRUNKLINE_HTTP_PUBLIC_URL", backendAddress().toString());
        settings.put("TRUNKLINE_DATABASE_EMBEDDED_DIRECTORY", plan.database().toString());
        settings.put("TRUNKLINE_DATABASE_EMBEDDED_PORT", Integer.toString(plan.databasePort()));
        settings.put(
                "TRUNKLINE_IDENTITY_TOKEN_KEY_FILE",
                plan.data().resolve("token.key").toString());
        settings.put("TRUNKLINE_TELEPHONY_SPOOL", plan.data().resolve("spool").toString());
        settings.put(
                "TRUNKLINE_TELEPHONY_KEY_FILE",
                plan.data().resolve("telephony.key").toString());
        settings.put(
                "TRUNKLINE_RECORDINGS_DIRECTORY",
                plan.data().resolve("recordings").toString());
        settings.putAll(Demo.bootstrap(secrets));
        settings.putAll(extra);
        return start.start(plan, settings);
    }

    private static Program fromTheCheckout(Plan plan, Map<String, String> settings) {
        return Program.start(
                "backend", plan.backendJar(), List.of("-Xmx512m", "-XX:+UseSerialGC"), List.of(), settings, logs(plan));
    }

    private static Path logs(Plan plan) {
        return plan.data().resolve("logs");
    }

    /// The numbers the simulator's carrier knows, and where it asks when one of them is called.
    private Path numbers() {
        var file = plan.data().resolve("numbers.json");
        try {
            Files.createDirectories(plan.data());
            Secrets.write(file, Json.mapper().writeValueAsString(Demo.carrier(backendAddress())));
            return file;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        await(simulator, () -> simulator().status("/health") == 200);
        await(backend, () -> backend().status("/health/ready") == 200);
        LOG.info("Ready: {} and {}", backend, simulator);
    }

    /// Waits for a program to answer; a sentence with its last words when it ends or takes too long.
    private static void await(Program program, BooleanSupplier ready) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (!program.running()) {
                throw new IllegalStateException("%s ended while starting:\n%s".formatted(program, program.lastWords()));
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "%s is not ready after %s:\n%s".formatted(program, PATIENCE, program.lastWords()));
            }
            Pause.briefly();
        }
    }
}
