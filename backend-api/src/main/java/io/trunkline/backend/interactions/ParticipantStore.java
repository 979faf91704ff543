package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ParticipantId;
import io.trunkline.model.interaction.Participant;
import java.util.List;

/// All SQL of participants.
final class ParticipantStore {
    void join(Tx tx, InteractionId interaction, Joining who) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO participant (tenant_id, id, interaction_id, role, name, agent_id, contact_id, address, joined_at)
                        VALUES (:tenant, :id, :interaction, :role, :name, :agent, :contact, :address, :now)
                        ON CONFLICT (tenant_id, id) DO NOTHING
                        """)
                .bind("tenant", tx.tenant())
                .bind("id", who.id())
                .bind("interaction", interaction)
                .bind("role", who.role().name())
                .bind("name", who.name())
                .bind("agent", who.agent())
                .bind("contact", who.contact())
                .bind("address", who.address())
                .bind("now", tx.now())
                .execute();
    }

    /// The agent takes part, once however often this is said.
    void joinAgent(Tx tx, InteractionId interaction, AgentId agent) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO participant (tenant_id, id, interaction_id, role, name, agent_id, joined_at)
                        SELECT :tenant, :id, :interaction, 'AGENT', name, agent_id, :now FROM agent_name
                        WHERE agent_id = :agent AND NOT EXISTS (SELECT FROM participant
                            WHERE interaction_id = :interaction AND agent_id = :agent AND role = 'AGENT' AND left_at IS NULL)
                        """)
                .bind("tenant", tx.tenant())
                .bind("id", Ids.next())
                .bind("interaction", interaction)
                .bind("agent", agent)
                .bind("now", tx.now())
                .execute();
    }

    void leave(Tx tx, InteractionId interaction, ParticipantId who) {
        tx.handle()
                .createUpdate("""
                        UPDATE participant SET left_at = :now
                        WHERE interaction_id = :interaction AND id = :id AND left_at IS NULL
                        """)
                .bind("interaction", interaction)
                .bind("id", who)
                .bind("now", tx.now())
                .execute();
    }

    void leaveAgents(Tx tx, InteractionId interaction) {
        tx.handle()
                .createUpdate("""
                        UPDATE participant SET left_at = :now
                        WHERE interaction_id = :interaction AND role = 'AGENT' AND left_at IS NULL
                        """)
                .bind("interaction", interaction)
                .bind("now", tx.now())
                .execute();
    }

    void leaveAll(Tx tx, InteractionId interaction) {
        tx.handle()
                .createUpdate(
                        "UPDATE participant SET left_at = :now WHERE interaction_id = :interaction AND left_at IS NULL")
                .bind("interaction", interaction)
                .bind("now", tx.now())
                .execute();
    }

    List<Participant> of(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery("""
                        SELECT id, role, name, agent_id AS agent, address, joined_at, left_at
                        FROM participant WHERE interaction_id = :interaction ORDER BY joined_at, id
                        """)
                .bind("interaction", interaction)
                .mapTo(Participant.class)
                .list();
    }
}
