package io.trunkline.desktop.wallboard.widget;

import io.trunkline.model.queue.QueueFigures;
import java.time.Instant;

/// One figure of a queue. `title` is a text key.
public record Widget(String title, Figure figure) {
    /// Reads the figure at a moment.
    public interface Figure {
        Reading of(QueueFigures queue, Instant now);
    }
}
