package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.SegmentId;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.Segment;
import io.trunkline.model.queue.QueueRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All SQL of segments. What things are called is copied when it happens, so that history does not change with a
/// rename.
final class SegmentStore {
    private record Row(
            SegmentId id,
            @Nullable QueueId queueId,
            @Nullable String queueName,
            @Nullable AgentId agentId,
            @Nullable String agentName,
            Instant startedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable Instant wrappedAt,
            @Nullable Outcome outcome) {
        Segment segment() {
            return new Segment(
                    id,
                    queueId == null ? null : new QueueRef(queueId, queueName == null ? "" : queueName),
                    agentId == null ? null : new AgentRef(agentId, agentName == null ? "" : agentName),
                    startedAt,
                    answeredAt,
                    endedAt,
                    wrappedAt,
                    outcome);
        }
    }

    void begin(Tx tx, InteractionId interaction, @Nullable QueueId queue) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO segment (tenant_id, id, interaction_id, position, queue_id, queue_name, started_at)
                        SELECT :tenant, :id, :interaction, coalesce(max(position), 0) + 1, :queue::uuid,
                            (SELECT name FROM queue_name WHERE queue_id = :queue::uuid), :now
                        FROM segment WHERE interaction_id = :interaction
                        """)
                .bind("tenant", tx.tenant())
                .bind("id", Ids.next())
                .bind("interaction", interaction)
                .bind("queue", queue)
                .bind("now", tx.now())
                .execute();
    }

    /// The waiting segment becomes the agent's, who talks now.
    void answer(Tx tx, InteractionId interaction, AgentId agent) {
        take(tx, interaction, agent);
        tx.handle()
                .createUpdate("""
                        UPDATE segment SET answered_at = :now
                        WHERE interaction_id = :interaction AND ended_at IS NULL AND answered_at IS NULL
                        """)
                .bind("interaction", interaction)
                .bind("now", tx.now())
                .execute();
    }

    /// The segment becomes the agent's, with the team and skills of this moment.
    void take(Tx tx, InteractionId interaction, AgentId agent) {
        tx.handle()
                .createUpdate("""
                        UPDATE segment SET agent_id = :agent,
                            (agent_name, team_name) = (SELECT name, team_name FROM agent_name WHERE agent_id = :agent),
                            skills = (SELECT coalesce(jsonb_object_agg(name, level), '{}')
                                      FROM agent_skill_level WHERE agent_id = :agent)
                        WHERE interaction_id = :interaction AND ended_at IS NULL AND agent_id IS NULL
                        """)
                .bind("interaction", interaction)
                .bind("agent", agent)
                .execute();
    }

    /// Ends what runs. A segment that an agent answered was handled, whatever became of the contact later.
    void end(Tx tx, InteractionId interaction, @Nullable Outcome unanswered) {
        tx.handle()
                .createUpdate("""
                        UPDATE segment SET ended_at = :now,
                            outcome = CASE WHEN answered_at IS NULL THEN :outcome ELSE 'HANDLED' END
                        WHERE interaction_id = :interaction AND ended_at IS NULL
                        """)
                .bind("interaction", interaction)
                .bind("outcome", unanswered == null ? null : unanswered.name())
                .bind("now", tx.now())
                .execute();
    }

    /// The agent's work after the talk is over.
    void wrap(Tx tx, InteractionId interaction, AgentId agent) {
        tx.handle()
                .createUpdate("""
                        UPDATE segment SET wrapped_at = :now
                        WHERE interaction_id = :interaction AND agent_id = :agent AND ended_at IS NOT NULL AND wrapped_at IS NULL
                        """)
                .bind("interaction", interaction)
                .bind("agent", agent)
                .bind("now", tx.now())
                .execute();
    }

    List<Segment> of(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery("""
                        SELECT id, queue_id, queue_name, agent_id, agent_name, started_at, answered_at, ended_at, wrapped_at, outcome
                        FROM segment WHERE interaction_id = :interaction ORDER BY position
                        """)
                .bind("interaction", interaction)
                .mapTo(Row.class)
                .map(Row::segment)
                .list();
    }
}
