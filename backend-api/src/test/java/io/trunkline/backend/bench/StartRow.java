package io.trunkline.backend.bench;

import java.util.ArrayList;

/// From the start of the process to the first answered webhook, on a warm database.
final class StartRow {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private StartRow() {}

    static void run() throws Exception {
        NodePeers.install();
        try (var database = BenchDatabase.start()) {
            var contenders = new ArrayList<>(Contenders.all(database));
            contenders.add(Contenders.withoutCache(database));
            var samples = Bench.alternate(ROUNDS, contenders, (contender, _) -> {
                var started = System.nanoTime();
                try (var server = contender.start()) {
                    return FirstAnswer.of(server, started);
                }
            });
            System.out.printf("%nProcess start to first answered webhook, %d rounds%n", ROUNDS);
            System.out.printf("%-22s %10s %10s %10s%n", "", "median ms", "least", "most");
            samples.forEach((contender, runs) -> {
                var times =
                        runs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
                System.out.printf(
                        "%-22s %10.0f %10.0f %10.0f%n",
                        contender.name(), Bench.median(times), times[0], times[times.length - 1]);
                if (contender.name().equals(Contenders.OURS)) {
                    var median = Bench.median(times);
                    Figures.record("start.first-answer", median, "ms", "<= 1000", median <= 1000);
                }
            });
        }
    }
}
