package io.trunkline.backend.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/// One event to every socket: our hub beside ws and socket.io, each server in its own process, the clients in one more.
///
/// `paced` publishes at a fixed rate and looks at the delay; `saturating` publishes the next event as soon as the
/// clients are at most a few events behind, and looks at deliveries per second.
final class FanOutRow {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 6);
    private static final int CLIENTS = 1_000;
    private static final int AHEAD = 10;

    /// A server to be measured, and how its clients begin.
    record Broadcaster(String name, Server server, String path, String first) {
        static final String OURS = "trunkline";
    }

    /// Starts a server's process.
    @FunctionalInterface
    interface Server {
        Child start();
    }

    /// One run. Delays in milliseconds, memory in bytes for each client.
    record Sample(double perSecond, double p50, double p99, double cpuMicros, double bytes) {}

    private FanOutRow() {}

    private static List<Broadcaster> all(BenchDatabase database) {
        return List.of(
                new Broadcaster(
                        Broadcaster.OURS,
                        () -> Child.java("io.trunkline.backend.live.FanOutServer", database.login("live")),
                        "/api/v1/live",
                        "-"),
                new Broadcaster("ws", () -> NodePeers.start("ws", "fan-out-ws.mjs", Map.of()), "/", "-"),
                new Broadcaster(
                        "socket.io",
                        () -> NodePeers.start("socket.io", "fan-out-socketio.mjs", Map.of()),
                        "/socket.io/?EIO=4&transport=websocket",
                        "40"));
    }

    static void run() throws Exception {
        NodePeers.install();
        try (var database = BenchDatabase.start()) {
            database.create("live");
            for (var rate : List.of(0, 50, 100)) {
                report(rate, Bench.alternate(ROUNDS, all(database), (each, _) -> measure(each, rate)));
            }
        }
    }

    private static void report(int rate, Map<Broadcaster, List<Sample>> samples) {
        var name = rate == 0 ? "saturating" : rate + " events/s";
        System.out.printf("%n%,d clients, %s, %d rounds, medians%n", CLIENTS, name, ROUNDS);
        System.out.printf(
                "%-12s %14s %10s %10s %16s %14s%n",
                "", "deliveries/s", "p50 ms", "p99 ms", "µs CPU/delivery", "bytes/client");
        samples.forEach((each, runs) -> System.out.printf(
                "%-12s %14.0f %10.2f %10.2f %16.2f %14.0f%n",
                each.name(),
                median(runs, Sample::perSecond),
                median(runs, Sample::p50),
                median(runs, Sample::p99),
                median(runs, Sample::cpuMicros),
                median(runs, Sample::bytes)));
        var ours = samples.get(named(samples, Broadcaster.OURS));
        var ws = samples.get(named(samples, "ws"));
        if (rate == 0) {
            var ratio = median(ours, Sample::perSecond) / median(ws, Sample::perSecond);
            Figures.record("fan-out.1000.saturating.deliveries-to-ws", ratio, "ratio", ">= 1.5", ratio >= 1.5);
        } else {
            var goal = 25;
            var p99 = median(ours, Sample::p99);
            Figures.record("fan-out.1000x" + rate + ".p99", p99, "ms", "<= " + goal, p99 <= goal);
        }
    }

    private static Broadcaster named(Map<Broadcaster, List<Sample>> samples, String name) {
        return samples.keySet().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static double median(List<Sample> runs, ToDoubleFunction<Sample> what) {
        return Bench.median(runs.stream().mapToDouble(what).toArray());
    }

    private static Sample measure(Broadcaster contender, int rate) {
        try (var server = contender.server().start()) {
            var port = server.await("READY");
            var idle = server.memory();
            try (var load =
                    Child.java(FanOutLoad.class, port, contender.path(), String.valueOf(CLIENTS), contender.first())) {
                load.await("OPEN");
                var bytes = (server.memory() - idle) * 1024.0 / CLIENTS;
                // the same again first, unmeasured: both run-times compile while they work
                publish(server, load, rate, SECONDS / 2.0);
                load.tell("measure");
                var before = server.processorTime();
                publish(server, load, rate, SECONDS);
                load.tell("report");
                var result = load.await("RESULT").split(" ", -1);
                var cpu = server.processorTime().minus(before);
                var deliveries = Double.parseDouble(result[0]);
                return new Sample(
                        deliveries / Double.parseDouble(result[1]),
                        Double.parseDouble(result[2]) / 1e6,
                        Double.parseDouble(result[3]) / 1e6,
                        cpu.toNanos() / 1e3 / deliveries,
                        bytes);
            }
        }
    }

    private static void publish(Child server, Child load, int rate, double seconds) {
        var nanos = (long) (seconds * 1e9);
        if (rate == 0) {
            saturate(server, load, System.nanoTime() + nanos);
        } else {
            server.tell("rate " + rate + " " + seconds);
            LockSupport.parkNanos(nanos);
        }
    }

    private static void saturate(Child server, Child load, long end) {
        server.tell("credit " + AHEAD);
        while (System.nanoTime() < end) {
            load.await("EVENTS");
            server.tell("credit 1");
        }
        for (var i = 0; i < AHEAD; i++) {
            load.await("EVENTS");
        }
    }
}
