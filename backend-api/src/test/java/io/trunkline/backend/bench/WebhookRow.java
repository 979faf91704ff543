package io.trunkline.backend.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Signed voice webhooks with twelve parameters, answered when their rows are on disk: Trunkline beside Fastify with
/// twilio and pg, both on the same PostgreSQL, each in a database of the same tables. Notices and questions apart, at
/// 1, 32 and 256 connections.
final class WebhookRow {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 6);
    private static final List<Integer> CONNECTIONS = Arrays.stream(
                    System.getProperty("bench.connections", "1,32,256").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final List<String> TABLES =
            List.of("notice", "interaction", "participant", "call", "leg", "webhook_answer", "outbox", "event");

    /// One run: requests a second, milliseconds, and processor time in microseconds per request.
    record Sample(double perSecond, double p50, double p99, double cpuMicros, double errors) {}

    private WebhookRow() {}

    static void run() throws Exception {
        NodePeers.install();
        try (var database = BenchDatabase.start();
                var load = Child.java(WebhookLoad.class)) {
            var servers = new ArrayList<Contender.Running>();
            try {
                for (var contender : Contenders.all(database)) {
                    var server = contender.start();
                    servers.add(server);
                    FirstAnswer.of(server, System.nanoTime());
                }
                for (var kind : VoiceForms.Kind.values()) {
                    for (var connections : CONNECTIONS) {
                        report(
                                kind,
                                connections,
                                Bench.alternate(
                                        ROUNDS,
                                        servers,
                                        (server, round) -> measure(server, load, kind, connections, round)));
                    }
                }
                compareRows(database, servers);
            } finally {
                servers.forEach(Contender.Running::close);
            }
        }
    }

    private static Sample measure(
            Contender.Running server, Child load, VoiceForms.Kind kind, int connections, int round) {
        var target = server.contender().target(kind);
        var seed = (kind == VoiceForms.Kind.NOTICE ? 1L << 40 : 0) | (long) connections << 20 | round;
        var before = server.child().processorTime();
        load.tell(String.join(
                " ",
                String.valueOf(server.port()),
                String.valueOf(connections),
                String.valueOf(SECONDS),
                kind.name(),
                target.path(),
                target.signedUrl(),
                target.token(),
                target.account(),
                target.to(),
                String.valueOf(seed)));
        var result = load.await("RESULT").split(" ", -1);
        var cpu = server.child().processorTime().minus(before);
        return new Sample(
                Double.parseDouble(result[0]) / Double.parseDouble(result[1]),
                Double.parseDouble(result[2]) / 1e6,
                Double.parseDouble(result[3]) / 1e6,
                cpu.toNanos() / 1e3 / Double.parseDouble(result[4]),
                Double.parseDouble(result[5]));
    }

    private static void report(VoiceForms.Kind kind, int connections, Map<Contender.Running, List<Sample>> samples) {
        System.out.printf("%n%sS, %d connections, %d rounds, medians%n", kind, connections, ROUNDS);
        System.out.printf(
                "%-12s %12s %10s %10s %16s %8s%n", "", "requests/s", "p50 ms", "p99 ms", "µs CPU/request", "errors");
        samples.forEach((server, runs) -> System.out.printf(
                "%-12s %12.0f %10.2f %10.2f %16.0f %8.0f%n",
                server.contender().name(),
                median(runs, Sample::perSecond),
                median(runs, Sample::p50),
                median(runs, Sample::p99),
                median(runs, Sample::cpuMicros),
                median(runs, Sample::errors)));
        judge(kind, connections, of(Contenders.OURS, samples), of(Contenders.PEER, samples));
    }

    /// Notices: twice the requests at half the delay; questions: 1.3 times the requests and no more delay.
    private static void judge(VoiceForms.Kind kind, int connections, List<Sample> ours, List<Sample> peer) {
        var id = "webhooks." + (kind == VoiceForms.Kind.NOTICE ? "notices" : "questions") + ".c" + connections;
        var wanted = kind == VoiceForms.Kind.NOTICE ? 2 : 1.3;
        var slowest = kind == VoiceForms.Kind.NOTICE ? 0.5 : 1;
        var rate = median(ours, Sample::perSecond) / median(peer, Sample::perSecond);
        var delay = median(ours, Sample::p99) / median(peer, Sample::p99);
        Figures.record(id + ".rate-to-fastify", rate, "ratio", ">= " + wanted, rate >= wanted);
        Figures.record(id + ".p99-to-fastify", delay, "ratio", "<= " + slowest, delay <= slowest);
    }

    private static List<Sample> of(String name, Map<Contender.Running, List<Sample>> samples) {
        return samples.entrySet().stream()
                .filter(each -> each.getKey().contender().name().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /// Both must have written the same kinds of rows, or the comparison is worth nothing.
    private static void compareRows(BenchDatabase database, List<Contender.Running> servers) throws SQLException {
        System.out.println("\nRows written");
        for (var table : TABLES) {
            System.out.printf("%-16s", table);
            for (var server : servers) {
                var contender = server.contender();
                System.out.printf(
                        " %s %,d",
                        contender.name(), database.count(contender.database(), "SELECT count(*) FROM " + table));
            }
            System.out.println();
        }
    }

    private static double median(List<Sample> runs, ToDoubleFunction<Sample> what) {
        return Bench.median(runs.stream().mapToDouble(what).toArray());
    }
}
