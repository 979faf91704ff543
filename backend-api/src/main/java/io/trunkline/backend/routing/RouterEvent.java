package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;

/// What the router learns, from committed rows. Every event may come twice or late.
sealed interface RouterEvent {
    record Enqueued(Arrival arrival) implements RouterEvent {}

    /// The contact is gone, or the interaction needs nobody any more.
    record Left(InteractionId interaction, long visit) implements RouterEvent {}

    record AgentChanged(Standing standing) implements RouterEvent {}

    record QueuePaused(QueueId queue, long version, boolean paused) implements RouterEvent {}

    record Accepted(ReservationId reservation) implements RouterEvent {}

    record Declined(ReservationId reservation) implements RouterEvent {}

    /// The row is expired, which is known only when it is written: an acceptance may have come first.
    record Expired(ReservationId reservation) implements RouterEvent {}

    /// The agent's desktop has said that it rings.
    record Rang(ReservationId reservation) implements RouterEvent {}

    /// The row is expired because no desktop said that it rings.
    record NotRinging(ReservationId reservation) implements RouterEvent {}

    record Withdrawn(ReservationId reservation) implements RouterEvent {}

    /// The interaction is free of this agent, who still wraps up.
    record Released(ReservationId reservation) implements RouterEvent {}

    record Completed(ReservationId reservation) implements RouterEvent {}

    /// The database refused the offer: somebody else had changed the row behind it.
    record Refused(ReservationId reservation) implements RouterEvent {}

    /// A reservation that stood when this router took over.
    record Found(
            ReservationId reservation,
            InteractionId interaction,
            long visit,
            AgentId agent,
            Channel channel,
            Hold hold,
            boolean rang,
            long deadline)
            implements RouterEvent {}

    /// This agent was offered this interaction before and did not take it.
    record RefusedBefore(InteractionId interaction, AgentId agent, long at) implements RouterEvent {}

    /// How far a found reservation had come.
    enum Hold {
        OFFERED,
        ACCEPTED,
        WRAPPING
    }
}
