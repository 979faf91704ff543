package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Pace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The account's queues, made by their first mention.
public final class Queues {
    private final Map<String, WaitQueue> byName = new ConcurrentHashMap<>();
    private final Pace pace;

    Queues(Pace pace) {
        this.pace = pace;
    }

    public WaitQueue named(String name) {
        return byName.computeIfAbsent(name, n -> new WaitQueue(n, pace));
    }

    public Optional<WaitQueue> bySid(String sid) {
        return byName.values().stream().filter(q -> q.sid().equals(sid)).findFirst();
    }

    public List<WaitQueue> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(WaitQueue::name))
                .toList();
    }

    /// False when somebody waits in it.
    public boolean remove(WaitQueue queue) {
        return queue.entries().isEmpty() && byName.remove(queue.name(), queue);
    }

    void forget(Call call) {
        byName.values().forEach(q -> q.remove(call));
    }
}
