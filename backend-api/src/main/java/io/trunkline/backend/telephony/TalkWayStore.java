package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.call.TalkWay;
import java.util.Optional;

/// The table `talk_way`.
final class TalkWayStore {
    private static final String SAVE = """
            insert into talk_way (tenant_id, agent_id, kind, address, at)
            values (:tenant, :agent, :kind, :address, :now)
            on conflict (tenant_id, agent_id) do update set kind = :kind, address = :address, at = :now""";

    /// Empty for the device.
    Optional<TalkWay> find(Tx tx, AgentId agent) {
        return tx.handle()
                .createQuery("select kind, address from talk_way where tenant_id = :tenant and agent_id = :agent")
                .bind("tenant", tx.tenant())
                .bind("agent", agent)
                .mapTo(TalkWay.class)
                .findOne();
    }

    void save(Tx tx, AgentId agent, TalkWay way) {
        tx.handle()
                .createUpdate(SAVE)
                .bind("tenant", tx.tenant())
                .bind("agent", agent)
                .bind("kind", way.kind())
                .bind("address", way.address())
                .bind("now", tx.now())
                .execute();
    }

    void drop(Tx tx, AgentId agent) {
        tx.handle()
                .createUpdate("delete from talk_way where tenant_id = :tenant and agent_id = :agent")
                .bind("tenant", tx.tenant())
                .bind("agent", agent)
                .execute();
    }
}
