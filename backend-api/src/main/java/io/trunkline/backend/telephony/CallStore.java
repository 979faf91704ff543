package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Sql;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.FlowId;
import io.trunkline.model.InteractionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `call`.
final class CallStore {
    private static final String OPEN = """
            insert into call (tenant_id, interaction_id, flow_id, our_number, language)
            values (?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String COLUMNS =
            "interaction_id, conference_sid, our_number, language, held, muted, agent_lost_at";

    void open(Tx tx, InteractionId interaction, @Nullable FlowId flow, String ourNumber, String language) {
        tx.later(Sql.of(
                OPEN,
                tx.tenant().value(),
                interaction.value(),
                flow == null ? null : flow.value(),
                ourNumber,
                language));
    }

    Optional<CallRow> find(Tx tx, InteractionId interaction) {
        return select(tx, interaction, "");
    }

    /// Keeps others from changing the call until the transaction ends.
    Optional<CallRow> lock(Tx tx, InteractionId interaction) {
        return select(tx, interaction, " for no key update");
    }

    private static Optional<CallRow> select(Tx tx, InteractionId interaction, String suffix) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from call where tenant_id = :tenant and interaction_id = :interaction" + suffix)
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(CallRow.class)
                .findOne();
    }

    void hold(Tx tx, InteractionId interaction, boolean on) {
        set(tx, interaction, "held = :value", on);
    }

    void mute(Tx tx, InteractionId interaction, boolean on) {
        set(tx, interaction, "muted = :value", on);
    }

    void conference(Tx tx, InteractionId interaction, String sid) {
        set(tx, interaction, "conference_sid = :value", sid);
    }

    private static void set(Tx tx, InteractionId interaction, String assignment, Object value) {
        tx.handle()
                .createUpdate("update call set " + assignment
                        + " where tenant_id = :tenant and interaction_id = :interaction")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .bind("value", value)
                .execute();
    }

    /// When the contact is to wait again unless an agent's leg is there; empty once one is.
    void agentDue(Tx tx, InteractionId interaction, @Nullable Instant lostAt, @Nullable Instant dueAt) {
        tx.handle()
                .createUpdate("update call set agent_lost_at = :lost, agent_due_at = :due"
                        + " where tenant_id = :tenant and interaction_id = :interaction")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .bindByType("lost", lostAt, Instant.class)
                .bindByType("due", dueAt, Instant.class)
                .execute();
    }

    /// Calls whose agent has not come in time.
    List<InteractionId> agentless(Tx tx) {
        return tx.handle()
                .createQuery("select interaction_id from call where tenant_id = :tenant and agent_due_at <= :now"
                        + " order by agent_due_at limit 100 for update skip locked")
                .bind("tenant", tx.tenant())
                .bind("now", tx.now())
                .mapTo(InteractionId.class)
                .list();
    }
}
