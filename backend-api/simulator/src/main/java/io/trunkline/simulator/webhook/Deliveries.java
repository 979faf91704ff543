package io.trunkline.simulator.webhook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The last deliveries, oldest first. Bounded, so that a demo may run for days.
public final class Deliveries {
    private static final int KEPT = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Delivery> kept = new ArrayDeque<>();

    void add(Delivery delivery) {
        lock.lock();
        try {
            kept.addLast(delivery);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    public List<Delivery> all() {
        lock.lock();
        try {
            return List.copyOf(kept);
        } finally {
            lock.unlock();
        }
    }
}
