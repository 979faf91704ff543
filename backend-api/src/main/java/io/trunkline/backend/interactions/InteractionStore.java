package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Later;
import io.trunkline.backend.platform.db.Sql;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.interaction.Interaction;
import java.util.List;
import java.util.Optional;

/// All SQL of the ledger's rows.
final class InteractionStore {
    private static final String OPEN = """
            WITH opened AS (
                INSERT INTO interaction (tenant_id, id, channel, direction, state, contact_id, address, our_address,
                    thread_id, opened_at)
                VALUES (?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?)
                ON CONFLICT (tenant_id, id) DO NOTHING RETURNING *)
            INSERT INTO participant (tenant_id, id, interaction_id, role, name, contact_id, address, joined_at)
            SELECT tenant_id, ?, id, 'CONTACT', ?, contact_id, address, opened_at FROM opened""";

    /// Writes the row and the contact's part in it, in one statement. The number of rows is 0 when it was there
    /// already.
    Later<Integer> open(Tx tx, Opening opening) {
        var contact = opening.contact();
        return tx.count(Sql.of(
                OPEN,
                tx.tenant().value(),
                opening.id().value(),
                opening.channel().name(),
                opening.direction().name(),
                contact.id().value(),
                contact.address(),
                opening.ourAddress(),
                opening.thread() == null ? null : opening.thread().value(),
                tx.now(),
                Ids.next(),
                contact.name()));
    }

    /// Where it stands, locked until the transaction ends, so that two happenings never overwrite each other.
    Optional<Standing> lock(Tx tx, InteractionId id) {
        return tx.handle().createQuery("""
                        SELECT state, outcome, queue_id AS queue, agent_id AS agent, queued_at, answered_at, ended_at,
                            completed_at, disposition_id AS disposition
                        FROM interaction WHERE id = :id FOR NO KEY UPDATE
                        """).bind("id", id).mapTo(Standing.class).findOne();
    }

    void save(Tx tx, InteractionId id, Standing now) {
        var outcome = now.outcome();
        tx.handle()
                .createUpdate("""
                        UPDATE interaction SET state = :state, outcome = :outcome, queue_id = :queue, agent_id = :agent,
                            queued_at = :queued, answered_at = :answered, ended_at = :ended, completed_at = :completed,
                            disposition_id = :disposition, version = version + 1
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("state", now.state().name())
                .bind("outcome", outcome == null ? null : outcome.name())
                .bind("queue", now.queue())
                .bind("agent", now.agent())
                .bind("queued", now.queuedAt())
                .bind("answered", now.answeredAt())
                .bind("ended", now.endedAt())
                .bind("completed", now.completedAt())
                .bind("disposition", now.disposition())
                .execute();
    }

    Optional<Interaction> find(Tx tx, InteractionId id) {
        return tx.handle()
                .createQuery(InteractionRow.SELECT + "WHERE i.id = :id")
                .bind("id", id)
                .mapTo(InteractionRow.class)
                .map(InteractionRow::interaction)
                .findOne();
    }

    /// What is not completed in the thread; there is at most one.
    Optional<Interaction> openIn(Tx tx, ThreadId thread) {
        return tx.handle()
                .createQuery(InteractionRow.SELECT + "WHERE i.thread_id = :thread AND i.state <> 'COMPLETED'")
                .bind("thread", thread)
                .mapTo(InteractionRow.class)
                .map(InteractionRow::interaction)
                .findOne();
    }

    /// What the agent holds now, or still has to wrap up.
    List<Interaction> heldBy(Tx tx, AgentId agent) {
        return tx.handle()
                .createQuery(InteractionRow.SELECT
                        + "WHERE i.agent_id = :agent AND i.state IN ('ACTIVE', 'WRAPPING') ORDER BY i.opened_at, i.id")
                .bind("agent", agent)
                .mapTo(InteractionRow.class)
                .map(InteractionRow::interaction)
                .list();
    }
}
