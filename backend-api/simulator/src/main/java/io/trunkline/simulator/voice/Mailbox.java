package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Events of one call in the order they happened.
final class Mailbox {
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

    void put(Event event) {
        events.add(event);
    }

    /// The next event, empty when the time has passed first. A thread told to stop finds its call hung up.
    Optional<Event> next(Pace pace, Duration atMost) {
        try {
            return Optional.ofNullable(events.poll(pace.nanos(atMost), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Event.HungUp());
        }
    }
}
