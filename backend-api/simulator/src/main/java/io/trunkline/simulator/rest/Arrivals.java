package io.trunkline.simulator.rest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The last REST requests, oldest first. Bounded, so that a demo may run for days.
public final class Arrivals {
    private static final int KEPT = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Arrival> kept = new ArrayDeque<>();

    Arrival add(Instant at, String method, String path) {
        var arrival = new Arrival(at, method, path);
        lock.lock();
        try {
            kept.addLast(arrival);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
            return arrival;
        } finally {
            lock.unlock();
        }
    }

    public List<Arrival> all() {
        lock.lock();
        try {
            return List.copyOf(kept);
        } finally {
            lock.unlock();
        }
    }
}
