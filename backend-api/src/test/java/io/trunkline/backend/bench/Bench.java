package io.trunkline.backend.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the rows named by its arguments, or all of them, one after the other.
final class Bench {
    /// One comparison; prints its table and records its figures.
    @FunctionalInterface
    interface Row {
        void run() throws Exception;
    }

    private static final Map<String, Row> ROWS = rows();

    private Bench() {}

    private static Map<String, Row> rows() {
        var rows = new LinkedHashMap<String, Row>();
        rows.put("webhooks", WebhookRow::run);
        rows.put("fan-out", FanOutRow::run);
        rows.put("start", StartRow::run);
        rows.put("routing", () -> RoutingBench.main(new String[0]));
        rows.put("ledger", LedgerRow::run);
        return rows;
    }

    public static void main(String[] arguments) throws Exception {
        var wanted = arguments.length == 0 || arguments[0].isBlank()
                ? List.copyOf(ROWS.keySet())
                : List.of(arguments[0].split(","));
        var unknown = wanted.stream().filter(name -> !ROWS.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no bench called " + unknown + ": choose from " + ROWS.keySet());
            System.exit(2);
        }
        try {
            for (var name : wanted) {
                System.out.println("\n== " + name);
                ROWS.get(name).run();
            }
        } catch (NodePeers.Missing e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        // whatever a row left running must not keep the build waiting
        System.exit(0);
    }

    /// Each contender's runs, taken in turns, so that what the machine does beside is shared out alike.
    static <C, S> Map<C, List<S>> alternate(int rounds, List<C> contenders, Measure<C, S> measure) throws Exception {
        var samples = new LinkedHashMap<C, List<S>>();
        for (var round = 0; round < rounds; round++) {
            var order = round % 2 == 0 ? contenders : contenders.reversed();
            for (var contender : order) {
                samples.computeIfAbsent(contender, _ -> new java.util.ArrayList<>())
                        .add(measure.of(contender, round));
            }
        }
        return samples;
    }

    /// Measures a contender once.
    @FunctionalInterface
    interface Measure<C, S> {
        S of(C contender, int round) throws Exception;
    }

    static double median(double... values) {
        Arrays.sort(values);
        return values.length % 2 == 1
                ? values[values.length / 2]
                : (values[values.length / 2 - 1] + values[values.length / 2]) / 2;
    }
}
