package io.trunkline.model.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trunkline.model.queue.QueueFigures;
import java.time.Instant;
import java.util.List;

/// One frame of the live feed, server to client. A WebSocket text message holds a JSON array of frames.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "frame")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LiveFrame.Event.class, name = "event"),
    @JsonSubTypes.Type(value = LiveFrame.CaughtUp.class, name = "caughtUp"),
    @JsonSubTypes.Type(value = LiveFrame.Resync.class, name = "resync"),
    @JsonSubTypes.Type(value = LiveFrame.Mark.class, name = "mark"),
    @JsonSubTypes.Type(value = LiveFrame.Figures.class, name = "figures"),
})
public sealed interface LiveFrame {
    /// A committed event. `seq` is consecutive per tenant; a client sees gaps where events are for others.
    record Event(long seq, Instant at, LiveEvent event) implements LiveFrame {}

    /// Everything up to `seq` has been replayed; what follows is live.
    record CaughtUp(long seq) implements LiveFrame {}

    /// The client's number is older than what is kept, or the client was too slow: load the snapshot again.
    record Resync(long seq) implements LiveFrame {}

    /// Nothing for this client up to `seq`; keeps its number fresh.
    record Mark(long seq) implements LiveFrame {}

    /// Figures of queues as they are now; not numbered, the latest wins.
    record Figures(List<QueueFigures> queues) implements LiveFrame {
        public Figures {
            queues = List.copyOf(queues);
        }
    }
}
