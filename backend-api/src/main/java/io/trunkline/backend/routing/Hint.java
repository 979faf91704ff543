package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.live.CallEvent;
import io.trunkline.model.live.DirectCallEvent;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.MessageEvent;
import io.trunkline.model.live.NoteEvent;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.live.QueueEvent;
import io.trunkline.model.live.RecordingEvent;
import io.trunkline.model.live.ReservationEvent;
import java.util.Optional;

/// Where the router should look: the row itself says what is true. So a hint may come twice, late or in any order.
sealed interface Hint {
    record OfInteraction(InteractionId id) implements Hint {}

    record OfReservation(ReservationId id) implements Hint {}

    record OfAgent(AgentId id) implements Hint {}

    record OfQueue(QueueId id) implements Hint {}

    static Optional<Hint> in(LiveEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    // what has only begun waits for nobody yet
                    case InteractionEvent.Opened _ -> null;
                    case InteractionEvent e -> new OfInteraction(e.interaction().id());
                    case ReservationEvent e -> new OfReservation(e.reservation().id());
                    case PresenceEvent.Changed e ->
                        new OfAgent(e.presence().agent().id());
                    case QueueEvent.Changed e -> new OfQueue(e.queue().id());
                    case QueueEvent.MembershipChanged e -> new OfAgent(e.agent());
                    case NoteEvent _, CallEvent _, DirectCallEvent _, MessageEvent _ -> null;
                    case RecordingEvent _, LiveEvent.Unknown _ -> null;
                });
    }
}
