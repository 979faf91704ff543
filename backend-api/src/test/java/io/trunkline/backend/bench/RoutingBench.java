package io.trunkline.backend.bench;

import io.trunkline.backend.routing.RouterWorkload;
import io.trunkline.backend.routing.RouterWorkload.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Row 6 of the benchmarks, pure: decisions per second beside the shapes of the named peers, in one run, alternating
/// five times, medians. Rates are per second of processor time of the one thread that decides; latencies are by the
/// clock on the wall.
public final class RoutingBench {
    private static final int REPEATS = 5;
    private static final long SECOND = 1_000_000_000L;
    private static final Size STANDARD = new Size(10_000, 1_000, 1_000, 210);

    private RoutingBench() {}

    public static void main(String[] arguments) {
        beside();
        many();
        growth("waiting", new Size(1_000, 1_000, 1_000, 210), new Size(100_000, 1_000, 1_000, 210));
        growth("agents", new Size(10_000, 100, 100, 210), new Size(10_000, 10_000, 100, 210));
        growth("agents_and_profiles", new Size(10_000, 100, 100, 210), new Size(10_000, 10_000, 10_000, 210));
    }

    private static void beside() {
        var latency = new Histogram(3);
        var ours = new RouterWorkload(STANDARD);
        var callcenter = new ScanningPeers(STANDARD.waiting(), STANDARD.agents());
        var asterisk = new ScanningPeers(STANDARD.waiting(), STANDARD.agents());
        ours.run(3 * SECOND, new Histogram(3));
        callcenter.callcenter(SECOND);
        asterisk.isOurTurn(SECOND);
        var a = new ArrayList<Double>();
        var b = new ArrayList<Double>();
        var c = new ArrayList<Double>();
        for (var repeat = 0; repeat < REPEATS; repeat++) {
            a.add(ours.run(SECOND, latency));
            b.add(callcenter.callcenter(SECOND));
            c.add(asterisk.isOurTurn(SECOND));
        }
        say("ours", a);
        say("mod_callcenter shape", b);
        say("app_queue shape", c);
        var rate = median(a);
        Figures.record("routing.decisions", rate, "decisions/s", ">= 1000000", rate >= 1_000_000);
        percentile("routing.decision.p99", latency);
        ratio("routing.ratio.mod_callcenter_shape", rate / median(b));
        ratio("routing.ratio.app_queue_shape", rate / median(c));
    }

    private static void many() {
        var latency = new Histogram(3);
        var ours = new RouterWorkload(new Size(10_000, 1_000, 1_000, 5_000));
        ours.run(2 * SECOND, new Histogram(3));
        var rates = new ArrayList<Double>();
        for (var repeat = 0; repeat < REPEATS; repeat++) {
            rates.add(ours.run(SECOND, latency));
        }
        say("5,000 signatures", rates);
        var rate = median(rates);
        Figures.record("routing.decisions.5k_signatures", rate, "decisions/s", ">= 100000", rate >= 100_000);
        percentile("routing.decision.5k_signatures.p99", latency);
    }

    /// Both sizes alternate, so that a noisy neighbour hits both.
    private static void growth(String of, Size small, Size large) {
        var one = new RouterWorkload(small);
        var other = new RouterWorkload(large);
        one.run(SECOND, new Histogram(3));
        other.run(SECOND, new Histogram(3));
        var before = new ArrayList<Double>();
        var after = new ArrayList<Double>();
        for (var repeat = 0; repeat < REPEATS; repeat++) {
            before.add(one.run(SECOND / 2, new Histogram(3)));
            after.add(other.run(SECOND / 2, new Histogram(3)));
        }
        say(of + " " + small, before);
        say(of + " " + large, after);
        var growth = median(before) / median(after);
        Figures.record("routing.growth." + of, growth, "x cost", "<= 1.5", growth <= 1.5);
    }

    private static void percentile(String id, Histogram latency) {
        var micros = latency.getValueAtPercentile(99) / 1_000.0;
        Figures.record(id, micros, "us", "<= 50", micros <= 50);
    }

    private static void ratio(String id, double ratio) {
        Figures.record(id, ratio, "x", "> 1", ratio > 1);
    }

    private static void say(String what, List<Double> rates) {
        var sorted = rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: median %,.0f/s of %s%n",
                what,
                median(rates),
                Arrays.toString(Arrays.stream(sorted).mapToLong(Math::round).toArray()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
