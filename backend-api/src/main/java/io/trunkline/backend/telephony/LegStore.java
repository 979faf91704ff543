package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Later;
import io.trunkline.backend.platform.db.Sql;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.TenantId;
import io.trunkline.model.interaction.ParticipantRole;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The table `leg`. States are changed by comparison, so that they only move forward whoever comes first.
final class LegStore {
    private static final String INSERT = """
        insert into leg (tenant_id, id, interaction_id, reservation_id, role, call_sid, direction, state, started_at,
                         answered_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
        """;
    private static final String INTERACTION = "select interaction_id from leg where tenant_id = ? and call_sid = ?";
    private static final String SELECT = """
        select id, interaction_id, reservation_id, role, call_sid, direction, state, in_conference, conference_sequence,
               started_at, answered_at, ended_at
        from leg where tenant_id = :tenant\
        """;

    private final BiConsumer<TenantId, CallSid> known;

    /// `known` is told of each call that has a leg from now on, once that is committed.
    LegStore(BiConsumer<TenantId, CallSid> known) {
        this.known = known;
    }

    /// Leaves a leg of the same call as it is when there is one already.
    void insert(
            Tx tx,
            LegId id,
            InteractionId interaction,
            @Nullable ReservationId reservation,
            ParticipantRole role,
            @Nullable CallSid sid,
            Direction direction,
            LegState state) {
        tx.later(Sql.of(
                INSERT,
                tx.tenant().value(),
                id.value(),
                interaction.value(),
                reservation == null ? null : reservation.value(),
                role.name(),
                sid == null ? null : sid.value(),
                direction.name(),
                state.name(),
                tx.now(),
                state == LegState.IN_PROGRESS ? tx.now() : null));
        if (sid != null) {
            tell(tx, sid);
        }
    }

    private void tell(Tx tx, CallSid sid) {
        tx.afterCommit(() -> known.accept(tx.tenant(), sid));
    }

    /// Those of the calls that have no leg.
    Set<String> unknown(Tx tx, Set<String> sids) {
        var left = new HashSet<>(sids);
        tx.handle()
                .createQuery("select call_sid from leg where tenant_id = :tenant and call_sid = any(:sids)")
                .bind("tenant", tx.tenant())
                .bindArray("sids", String.class, List.copyOf(sids))
                .mapTo(String.class)
                .forEach(left::remove);
        return left;
    }

    Optional<Leg> bySid(Tx tx, CallSid sid) {
        return tx.handle()
                .createQuery(SELECT + " and call_sid = :sid")
                .bind("tenant", tx.tenant())
                .bind("sid", sid.value())
                .mapTo(Leg.class)
                .findOne();
    }

    /// The interaction that a call belongs to, known once it is asked for.
    Later<Optional<InteractionId>> interactionOf(Tx tx, CallSid sid) {
        return tx.first(
                Sql.of(INTERACTION, tx.tenant().value(), sid.value()),
                row -> new InteractionId(row.getObject(1, UUID.class)));
    }

    Optional<Leg> byId(Tx tx, LegId id) {
        return tx.handle()
                .createQuery(SELECT + " and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(Leg.class)
                .findOne();
    }

    /// All legs of an interaction, oldest first.
    List<Leg> of(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery(SELECT + " and interaction_id = :interaction order by started_at, id")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(Leg.class)
                .list();
    }

    /// Devices' legs in calls whose agents' desktops went before then and were not heard since, where nobody is known
    /// to be lost yet. A leg that came since shows that a desktop is back.
    List<LegId> deskless(Tx tx, Instant before) {
        return tx.handle()
                .createQuery("""
                    select l.id from desk_gone g
                    join reservation_held r on r.tenant_id = g.tenant_id and r.agent_id = g.agent_id
                    join leg l on l.tenant_id = r.tenant_id and l.interaction_id = r.interaction_id
                         and l.reservation_id = r.reservation_id
                    join call c on c.tenant_id = l.tenant_id and c.interaction_id = l.interaction_id
                    where g.tenant_id = :tenant and greatest(g.gone_at, l.heard_at) <= :before
                          and c.agent_lost_at is null
                          and l.role = 'AGENT' and l.direction = 'INBOUND' and l.state = 'IN_PROGRESS'
                          and l.started_at <= g.gone_at
                    order by l.id\
                    """)
                .bind("tenant", tx.tenant())
                .bind("before", before)
                .mapTo(LegId.class)
                .list();
    }

    /// Live legs of the agent's device, in calls they hold.
    List<Leg> ofDevice(Tx tx, AgentId agent) {
        return tx.handle()
                .createQuery(SELECT + """
                     and role = 'AGENT' and direction = 'INBOUND' and state = 'IN_PROGRESS'
                    and reservation_id in (select r.reservation_id from reservation_held r
                        where r.tenant_id = :tenant and r.agent_id = :agent)\
                    """)
                .bind("tenant", tx.tenant())
                .bind("agent", agent)
                .mapTo(Leg.class)
                .list();
    }

    /// A desktop has just said that it talks by this leg.
    void heard(Tx tx, LegId id) {
        tx.handle()
                .createUpdate("update leg set heard_at = :now where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant())
                .bind("now", tx.now())
                .bind("id", id)
                .execute();
    }

    /// Live legs that the carrier knows and was not asked about since then, those that wait longest first.
    List<CallSid> unheard(Tx tx, Instant since, int most) {
        return tx
                .handle()
                .createQuery("""
                    select call_sid from leg
                    where tenant_id = :tenant and state in ('QUEUED', 'INITIATED', 'RINGING', 'IN_PROGRESS')
                          and call_sid is not null and coalesce(asked_at, started_at) < :since
                    order by coalesce(asked_at, started_at) limit :most\
                    """)
                .bind("tenant", tx.tenant())
                .bind("since", since)
                .bind("most", most)
                .mapTo(String.class)
                .stream()
                .map(CallSid::new)
                .toList();
    }

    /// The carrier has just said how the leg is doing.
    void asked(Tx tx, CallSid sid) {
        tx.handle()
                .createUpdate("update leg set asked_at = :now where tenant_id = :tenant and call_sid = :sid")
                .bind("tenant", tx.tenant())
                .bind("now", tx.now())
                .bind("sid", sid.value())
                .execute();
    }

    /// Gives a leg that we dialled the name the carrier has for it.
    void named(Tx tx, LegId id, CallSid sid) {
        tx.handle()
                .createUpdate(
                        "update leg set call_sid = :sid where tenant_id = :tenant and id = :id and call_sid is null")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("sid", sid.value())
                .execute();
        tell(tx, sid);
    }

    /// Moves a leg forward; false when it was there already or further. When it was answered and when and why it ended
    /// are kept however late that is told; of two ends the earlier counts.
    boolean advance(Tx tx, LegId id, LegState from, LegState to, Instant at, @Nullable String reason) {
        if (to == LegState.IN_PROGRESS) {
            answeredAt(tx, id, at);
        }
        if (from.terminal() && to.terminal()) {
            endedAt(tx, id, at, reason);
        }
        return from.mayBecome(to)
                && tx.handle()
                                .createUpdate("""
                                    update leg set state = :to,
                                           ended_at = case when :terminal then cast(:at as timestamptz) end,
                                           in_conference = in_conference and not :terminal,
                                           end_reason = :reason
                                    where tenant_id = :tenant and id = :id and state = :from\
                                    """)
                                .bind("tenant", tx.tenant())
                                .bind("id", id)
                                .bind("from", from)
                                .bind("to", to)
                                .bind("terminal", to.terminal())
                                .bind("at", at)
                                .bind("reason", reason)
                                .execute()
                        == 1;
    }

    /// When a leg was answered; of a leg we dialled the earliest time that is told counts.
    void answeredAt(Tx tx, LegId id, Instant at) {
        tx.handle()
                .createUpdate("""
                    update leg set answered_at = :at where tenant_id = :tenant and id = :id
                    and (answered_at is null or direction = 'OUTBOUND' and answered_at > :at)\
                    """)
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("at", at)
                .execute();
    }

    private static void endedAt(Tx tx, LegId id, Instant at, @Nullable String reason) {
        tx.handle()
                .createUpdate("""
                    update leg set ended_at = least(ended_at, :at), end_reason = coalesce(end_reason, :reason)
                    where tenant_id = :tenant and id = :id\
                    """)
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("at", at)
                .bind("reason", reason)
                .execute();
    }

    /// What the conference says of a leg; false when it has said something later already.
    boolean inConference(Tx tx, LegId id, boolean in, long sequence) {
        return tx.handle()
                        .createUpdate("""
                            update leg set conference_sequence = :sequence, in_conference = :in
                                   and state not in ('COMPLETED', 'BUSY', 'NO_ANSWER', 'CANCELED', 'FAILED')
                            where tenant_id = :tenant and id = :id and conference_sequence < :sequence\
                            """)
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("in", in)
                        .bind("sequence", sequence)
                        .execute()
                == 1;
    }
}
