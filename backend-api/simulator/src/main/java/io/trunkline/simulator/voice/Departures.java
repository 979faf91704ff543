package io.trunkline.simulator.voice;

import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Calls placed over REST: one per second leaves, the others wait in line; each rings until its timeout.
public final class Departures {
    private static final Duration BUFFER = Duration.ofSeconds(5);

    private final Map<String, Order> waiting = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Exchange exchange;
    private Instant nextSlot;

    Departures(Exchange exchange) {
        this.exchange = exchange;
        this.nextSlot = exchange.pace().now();
    }

    public Call place(Order order) {
        var far = exchange.directory().reach(order.to()).stream().findFirst().orElse(Nobody.HERE);
        var leg =
                new Leg(order.from(), order.to(), Direction.OUTBOUND_API, null, far, order.subscription(), new Form());
        var call = exchange.calls().add(leg, CallStatus.QUEUED);
        var wait = slot();
        call.queuedFor(wait);
        waiting.put(call.sid(), order);
        exchange.pace().later(wait, () -> leave(call, order));
        return call;
    }

    private Duration slot() {
        lock.lock();
        try {
            var now = exchange.pace().now();
            var mine = nextSlot.isAfter(now) ? nextSlot : now;
            nextSlot = mine.plusNanos((long) (1e9 / exchange.mood().now().cps()));
            return Duration.between(now, mine);
        } finally {
            lock.unlock();
        }
    }

    private void leave(Call call, Order order) {
        if (exchange.calls().move(call, CallStatus.INITIATED)) {
            ring(call, Duration.ofSeconds(order.timeout()).plus(BUFFER));
        }
    }

    /// Rings the far end of a leg that is on its way; without an answer in time it ends as no-answer.
    void ring(Call call, @Nullable Duration patience) {
        if (call.far() == Nobody.HERE) {
            exchange.calls().end(call, CallStatus.FAILED);
            return;
        }
        if (exchange.calls().move(call, CallStatus.RINGING)) {
            call.far().ring(call);
            if (patience != null) {
                exchange.pace().later(patience, () -> unanswered(call));
            }
        }
    }

    private void unanswered(Call call) {
        if (call.status() == CallStatus.RINGING) {
            exchange.calls().end(call, CallStatus.NO_ANSWER);
        }
    }

    /// Starts the document of a call placed over REST.
    void answered(Call call) {
        var order = waiting.remove(call.sid());
        if (order != null) {
            order.tape()
                    .ifPresent(t -> exchange.recordings()
                            .start(call, RecordingSource.OUTBOUND, t.channels(), "both", t.told()));
            if (order.digits().isEmpty()) {
                Script.start(exchange, call, order.document());
            } else {
                Script.startPressing(exchange, call, order.digits(), order.document());
            }
        }
    }
}
