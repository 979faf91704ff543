package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.presence.SystemReason;
import java.util.List;

/// What the router wants written. It holds once the database has taken it.
sealed interface Decision {
    /// Rings one agent for one interaction.
    ///
    /// @param candidates the best of those it was chosen from, best first
    record Offer(
            ReservationId reservation,
            InteractionId interaction,
            long visit,
            AgentId agent,
            Channel channel,
            long deadline,
            List<Candidate> candidates)
            implements Decision {}

    record Withdraw(ReservationId reservation) implements Decision {}

    record Expire(ReservationId reservation) implements Decision {}

    /// No desktop of the agent's has said that it rings; whether one has meanwhile, only the row knows.
    record NotRinging(ReservationId reservation) implements Decision {}

    /// The agent is offered nothing until they come back: they did not answer several times in a row, or nothing rang.
    record SendAway(AgentId agent, SystemReason reason) implements Decision {}

    record Candidate(AgentId agent, long idleSince) {}
}
