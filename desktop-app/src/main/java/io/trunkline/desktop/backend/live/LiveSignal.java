package io.trunkline.desktop.backend.live;

import io.trunkline.model.live.DeskSnapshot;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.queue.QueueFigures;
import java.time.Instant;
import java.util.List;

/// What the live feed tells the session, in order.
public sealed interface LiveSignal {
    /// All that is shown, anew; what follows goes on from its number.
    record Loaded(DeskSnapshot desk) implements LiveSignal {}

    /// Whoever has loaded something shall load it again: events may have been missed before this moment.
    record Anew() implements LiveSignal {}

    /// An event that was not told before.
    record Happened(long seq, Instant at, LiveEvent event) implements LiveSignal {}

    /// Nothing is missing now; what follows is live.
    record CaughtUp(long seq) implements LiveSignal {}

    /// The figures of some queues as they are now.
    record Figures(List<QueueFigures> queues) implements LiveSignal {
        public Figures {
            queues = List.copyOf(queues);
        }
    }

    /// The connection is gone; it is being made again.
    record Lost(String why) implements LiveSignal {}

    /// This program is too old for the backend.
    record Outdated(String why) implements LiveSignal {}

    /// The backend does not know this session any more.
    record SignedOut(String why) implements LiveSignal {}
}
