package io.trunkline.model.queue;

import java.time.Instant;
import java.util.List;

/// The figures of all queues.
public record Wallboard(List<QueueFigures> queues, Instant at) {
    public Wallboard {
        queues = List.copyOf(queues);
    }
}
