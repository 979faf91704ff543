package io.trunkline.simulator.webhook;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.account.Sids;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks and tells the application.
///
/// Within the time limit a failed request is sent again with the same idempotency token; a question that stays
/// unanswered goes to the fallback address with `ErrorCode` and `ErrorUrl`.
public final class Webhooks implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
    private static final int REMEMBERED = 4_000;

    private final Wire wire;
    private final Pace pace;
    private final Deliveries deliveries;

    public Webhooks(String token, Pace pace, Deliveries deliveries) {
        this.wire = new Wire(token);
        this.pace = pace;
        this.deliveries = deliveries;
    }

    public Answer ask(Hook hook, Hook fallback, Form form) {
        var first = send("question", hook, form, newToken());
        if (first.good()) {
            return new Answer.Document(Wire.withoutFragment(hook.url()), first.type(), first.body());
        }
        log.info("question unanswered url={} error={}", hook.url(), first.errorCode());
        if (fallback.isEmpty()) {
            return new Answer.Nobody(first.errorCode());
        }
        var told = form.copy().put("ErrorCode", first.errorCode()).put("ErrorUrl", hook.url());
        var second = send("question", fallback, told, newToken());
        return second.good()
                ? new Answer.Document(Wire.withoutFragment(fallback.url()), second.type(), second.body())
                : new Answer.Nobody(second.errorCode());
    }

    /// Sends a callback; true when it was taken.
    boolean tell(Hook hook, Form form, String token) {
        return send("notice", hook, form, token).good();
    }

    static String newToken() {
        return Sids.next("").replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private Attempt send(String kind, Hook hook, Form form, String token) {
        var limits = Limits.of(Wire.fragment(hook.url()));
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.totalMs());
        for (var attempt = 1; ; attempt++) {
            var began = System.nanoTime();
            var at = pace.now();
            var budget = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - began));
            var got = wire.send(hook, form, token, limits, budget);
            var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            var said = got.body().length() > REMEMBERED ? got.body().substring(0, REMEMBERED) : got.body();
            deliveries.add(new Delivery(
                    at, kind, hook.url(), hook.method(), form.toMap(), token, attempt, got.status(), took, said));
            var spent = attempt > limits.retries() || System.nanoTime() >= deadline;
            if (got.good() || spent || !limits.retries(got)) {
                return got;
            }
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
