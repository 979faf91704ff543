package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.http.Request;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.ContactId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.InteractionState;
import java.time.Instant;
import java.util.Optional;

/// What of the history is asked for. `from` is included, `to` is not; both look at when it was opened.
record HistoryFilter(
        Optional<InteractionState> state,
        Optional<Channel> channel,
        Optional<QueueId> queue,
        Optional<AgentId> agent,
        Optional<ContactId> contact,
        Optional<Instant> from,
        Optional<Instant> to) {

    static HistoryFilter of(Request request) {
        return new HistoryFilter(
                request.query("state", InteractionState::valueOf, "OPEN, WAITING, ACTIVE, WRAPPING or COMPLETED"),
                request.query("channel", Channel::valueOf, "VOICE or SMS"),
                request.query("queue", QueueId::of, "the id of a queue"),
                request.query("agent", AgentId::of, "the id of an agent"),
                request.query("contact", ContactId::of, "the id of a contact"),
                request.query("from", Instant::parse, "an instant such as 2026-11-02T09:00:00Z"),
                request.query("to", Instant::parse, "an instant such as 2026-11-02T09:00:00Z"));
    }
}
