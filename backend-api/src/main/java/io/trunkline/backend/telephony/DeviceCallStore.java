package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The table `device_call`.
final class DeviceCallStore {
    private static final String SELECT = """
        select id, kind, caller_id, callee_id, call_sid, answered_at, ended_at, recording_sid from device_call
        where tenant_id = :tenant\
        """;

    /// False when there is one of this sid or id.
    boolean add(Tx tx, UUID id, DeviceCall.Kind kind, CallSid sid, AgentId caller, @Nullable AgentId callee) {
        return tx.handle()
                        .createUpdate("""
                            insert into device_call (tenant_id, id, kind, caller_id, callee_id, call_sid, started_at)
                            values (:tenant, :id, :kind, :caller, :callee::uuid, :sid, :now) on conflict do nothing\
                            """)
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("kind", kind)
                        .bind("caller", caller)
                        .bind("callee", callee == null ? null : callee.toString())
                        .bind("sid", sid.value())
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    Optional<DeviceCall> find(Tx tx, UUID id) {
        return tx.handle()
                .createQuery(SELECT + " and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(DeviceCall.class)
                .findOne();
    }

    Optional<DeviceCall> bySid(Tx tx, CallSid sid) {
        return tx.handle()
                .createQuery(SELECT + " and call_sid = :sid")
                .bind("tenant", tx.tenant())
                .bind("sid", sid.value())
                .mapTo(DeviceCall.class)
                .findOne();
    }

    /// Those of the calls that are devices' own.
    Set<String> known(Tx tx, Set<String> sids) {
        return tx.handle()
                .createQuery("select call_sid from device_call where tenant_id = :tenant and call_sid = any(:sids)")
                .bind("tenant", tx.tenant())
                .bindArray("sids", String.class, List.copyOf(sids))
                .mapTo(String.class)
                .set();
    }

    void answered(Tx tx, UUID id, Instant at) {
        tx.handle()
                .createUpdate("""
                    update device_call set answered_at = least(answered_at, :at)
                    where tenant_id = :tenant and id = :id\
                    """)
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("at", at)
                .execute();
    }

    /// False when it had ended.
    boolean end(Tx tx, UUID id, @Nullable DeviceCallOutcome outcome, Instant at) {
        return tx.handle()
                        .createUpdate("""
                            update device_call set ended_at = greatest(:at, started_at), outcome = :outcome
                            where tenant_id = :tenant and id = :id and ended_at is null\
                            """)
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("outcome", outcome == null ? null : outcome.name())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    void recorded(Tx tx, UUID id, String recording) {
        tx.handle()
                .createUpdate("""
                    update device_call set recording_sid = :recording where tenant_id = :tenant and id = :id\
                    """)
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("recording", recording)
                .execute();
    }

    /// Those that go on and were not asked about since then.
    List<DeviceCall> unheard(Tx tx, Instant since, int most) {
        return tx.handle()
                .createQuery(SELECT + " and ended_at is null and coalesce(asked_at, started_at) < :since limit :most")
                .bind("tenant", tx.tenant())
                .bind("since", since)
                .bind("most", most)
                .mapTo(DeviceCall.class)
                .list();
    }

    void asked(Tx tx, UUID id) {
        tx.handle()
                .createUpdate("update device_call set asked_at = :now where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("now", tx.now())
                .execute();
    }

    /// The name of somebody active who has a desk here.
    Optional<String> name(Tx tx, AgentId agent) {
        return tx.handle()
                .createQuery("select name from agent_name where tenant_id = :tenant and agent_id = :agent and active")
                .bind("tenant", tx.tenant())
                .bind("agent", agent)
                .mapTo(String.class)
                .findOne();
    }
}
