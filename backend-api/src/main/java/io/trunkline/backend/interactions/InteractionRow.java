package io.trunkline.backend.interactions;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.ContactId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.queue.QueueRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the ledger joined with the names that others publish.
record InteractionRow(
        InteractionId id,
        Channel channel,
        Direction direction,
        InteractionState state,
        @Nullable Outcome outcome,
        ContactId contactId,
        String contactName,
        @Nullable String address,
        @Nullable QueueId queueId,
        @Nullable String queueName,
        @Nullable AgentId agentId,
        @Nullable String agentName,
        @Nullable ThreadId threadId,
        Instant openedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Instant completedAt,
        @Nullable String disposition) {

    static final String SELECT = """
            SELECT i.id, i.channel, i.direction, i.state, i.outcome, i.contact_id, c.name AS contact_name, i.address,
                i.queue_id, q.name AS queue_name, i.agent_id, a.name AS agent_name, i.thread_id, i.opened_at, i.queued_at,
                i.answered_at, i.ended_at, i.completed_at, d.name AS disposition
            FROM interaction i
            JOIN contact_known c ON c.tenant_id = i.tenant_id AND c.contact_id = i.contact_id
            LEFT JOIN queue_name q ON q.tenant_id = i.tenant_id AND q.queue_id = i.queue_id
            LEFT JOIN agent_name a ON a.tenant_id = i.tenant_id AND a.agent_id = i.agent_id
            LEFT JOIN disposition d ON d.tenant_id = i.tenant_id AND d.id = i.disposition_id
            """;

    Interaction interaction() {
        return new Interaction(
                id,
                channel,
                direction,
                state,
                outcome,
                new ContactRef(contactId, contactName, address),
                queueId == null ? null : new QueueRef(queueId, queueName == null ? "" : queueName),
                agentId == null ? null : new AgentRef(agentId, agentName == null ? "" : agentName),
                threadId,
                openedAt,
                queuedAt,
                answeredAt,
                endedAt,
                completedAt,
                disposition);
    }
}
