package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.interaction.Interaction;
import java.util.List;
import java.util.Optional;

/// All SQL of the ledger's rows.
final class InteractionStore {
    /// Writes the row and the contact's part in it, in one statement. False when it was there already.
    boolean open(Tx tx, Opening opening) {
        var contact = opening.contact();
        return tx.handle()
                        .createUpdate("""
                        WITH opened AS (
                            INSERT INTO interaction (tenant_id, id, channel, direction, state, contact_id, address, our_address,
                                thread_id, opened_at)
                            VALUES (:tenant, :id, :channel, :direction, 'OPEN', :contact, :address, :ours, :thread, :now)
                            ON CONFLICT (tenant_id, id) DO NOTHING RETURNING id)
                        INSERT INTO participant (tenant_id, id, interaction_id, role, name, contact_id, address, joined_at)
                        SELECT :tenant, :participant, id, 'CONTACT', :name, :contact, :address, :now FROM opened
                        """)
                        .bind("tenant", tx.tenant())
                        .bind("id", opening.id())
                        .bind("channel", opening.channel().name())
                        .bind("direction", opening.direction().name())
                        .bind("contact", contact.id())
                        .bind("name", contact.name())
                        .bind("address", contact.address())
                        .bind("ours", opening.ourAddress())
                        .bind("thread", opening.thread())
                        .bind("participant", Ids.next())
                        .bind("now", tx.now())
                        .execute()
                == 1;
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
