package io.trunkline.simulator.webhook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Time limits and retries of one webhook, overridden by the fragment of its address (`#rc=2&rt=5000`).
///
/// @param connectMs time to connect, one attempt
/// @param totalMs time for everything, retries included
/// @param retries further attempts
/// @param policy what is retried: `ct` connection, `rt` read timeout, `4xx`, `5xx`, `all`
record Limits(int connectMs, int readMs, int totalMs, int retries, Set<String> policy) {
    private static final int MOST = 15_000;

    static Limits of(@Nullable String fragment) {
        var given = fragment == null ? new Form() : Form.parse(fragment);
        var policy = given.get("rp").map(p -> Set.of(p.split(","))).orElse(Set.of("ct", "5xx"));
        return new Limits(
                number(given, "ct", 5_000, 100, 10_000),
                number(given, "rt", MOST, 100, MOST),
                number(given, "tt", MOST, 100, MOST),
                number(given, "rc", 1, 0, 5),
                policy);
    }

    boolean retries(Attempt attempt) {
        return policy.contains("all") || policy.contains(attempt.failure());
    }

    private static int number(Form given, String name, int otherwise, int least, int most) {
        return given.get(name)
                .filter(v -> v.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .map(v -> Math.clamp(v, least, most))
                .orElse(otherwise);
    }
}
