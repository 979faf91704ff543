package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.account.Sids;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Calls waiting in line. A call is taken by one dialler only.
public final class WaitQueue {
    public record Entry(Call call, Instant since) {
        public Duration waited(Instant now) {
            return Duration.between(since, now);
        }
    }

    private static final int LIMIT = 5_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Entry> line = new ArrayList<>();
    private final Map<Call, Call> takers = new ConcurrentHashMap<>();
    private final String sid = Sids.next("QU");
    private final String name;
    private final Pace pace;
    private final Instant created;
    private int most = 1_000;

    WaitQueue(String name, Pace pace) {
        this.name = name;
        this.pace = pace;
        this.created = pace.now();
    }

    public String sid() {
        return sid;
    }

    public String name() {
        return name;
    }

    public Instant created() {
        return created;
    }

    public int most() {
        return most;
    }

    public void most(int size) {
        most = Math.clamp(size, 0, LIMIT);
    }

    public List<Entry> entries() {
        lock.lock();
        try {
            return List.copyOf(line);
        } finally {
            lock.unlock();
        }
    }

    public Duration averageWait() {
        var now = pace.now();
        return Duration.ofMillis((long) entries().stream()
                .mapToLong(e -> e.waited(now).toMillis())
                .average()
                .orElse(0));
    }

    /// Empty when the queue is full.
    Optional<Entry> join(Call call) {
        lock.lock();
        try {
            if (line.size() >= most) {
                return Optional.empty();
            }
            var entry = new Entry(call, pace.now());
            line.add(entry);
            return Optional.of(entry);
        } finally {
            lock.unlock();
        }
    }

    /// Takes the one who waits longest out of the line; the dialler is remembered until the call has noticed.
    Optional<Entry> takeFirst(Call by) {
        lock.lock();
        try {
            if (line.isEmpty()) {
                return Optional.empty();
            }
            var entry = line.removeFirst();
            takers.put(entry.call(), by);
            return Optional.of(entry);
        } finally {
            lock.unlock();
        }
    }

    /// Who took the call out of the line, asked once.
    Optional<Call> taker(Call call) {
        return Optional.ofNullable(takers.remove(call));
    }

    boolean remove(Call call) {
        lock.lock();
        try {
            return line.removeIf(e -> e.call() == call);
        } finally {
            lock.unlock();
        }
    }

    /// What a waitUrl is told.
    Form fields(Entry entry, Instant now) {
        var entries = entries();
        return new Form()
                .put("QueueSid", sid)
                .put("QueueTime", entry.waited(now).toSeconds())
                .put("QueuePosition", entries.indexOf(entry) + 1)
                .put("AvgQueueTime", averageWait().toSeconds())
                .put("CurrentQueueSize", entries.size())
                .put("MaxQueueSize", most);
    }
}
