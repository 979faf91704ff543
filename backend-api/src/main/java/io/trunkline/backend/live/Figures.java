package io.trunkline.backend.live;

import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.model.QueueId;
import io.trunkline.model.queue.QueueFigures;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// The figures of a tenant's queues as they are now: not numbered, not kept, and of each queue only the latest counts.
final class Figures {
    private final AtomicLong version = new AtomicLong();
    private final Map<QueueId, Latest> latest = new ConcurrentHashMap<>();

    private record Latest(String json, Audience audience, long version) {}

    void put(QueueFigures figures, Audience audience) {
        latest.put(figures.queue().id(), new Latest(Jsonb.of(figures).text(), audience, version.incrementAndGet()));
    }

    long version() {
        return version.get();
    }

    /// Writes one frame with the figures that are newer than `seen` and that `hears` lets through; gives back the
    /// version.
    long write(long seen, Predicate<Map.Entry<QueueId, Audience>> hears, Frames frames) {
        var now = version.get();
        if (now == seen) {
            return seen;
        }
        var text = new StringBuilder();
        latest.forEach((queue, each) -> {
            if (each.version > seen && hears.test(Map.entry(queue, each.audience))) {
                text.append(text.isEmpty() ? "" : ",").append(each.json);
            }
        });
        if (!text.isEmpty()) {
            frames.add(new Frame("{\"frame\":\"figures\",\"queues\":[" + text + "]}"));
        }
        return now;
    }
}
