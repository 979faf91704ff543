package io.trunkline.backend.routing;

import io.trunkline.backend.platform.ExceptionToLaw;
import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.TenantId;
import io.trunkline.model.interaction.ReservationState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The same tables as the router writes and reads them: in groups, under its epoch.
@ExceptionToLaw(
        law = "othersAreReadThroughTheViewsTheyPublish",
        because = "No view can show tenants to the system role, which asks before a tenant is known.")
final class DecisionStore {
    private static final String HELD = """
            select id, interaction_id, visit, agent_id, channel, state, deadline, ringing_at, never_rang
            from reservation where tenant_id = :tenant""";

    private final RoutingConfig config;

    DecisionStore(RoutingConfig config) {
        this.config = config;
    }

    public record Held(
            ReservationId id,
            InteractionId interactionId,
            long visit,
            AgentId agentId,
            Channel channel,
            ReservationState state,
            Instant deadline,
            @Nullable Instant ringingAt,
            boolean neverRang) {}

    public record Refusal(InteractionId interactionId, AgentId agentId, Instant endedAt) {}

    public record QueueRow(QueueId id, boolean paused) {}

    /// Holds the lease row until the end of the transaction, so that nobody takes over while it is open; false when
    /// somebody has.
    boolean leads(Tx tx, String lease, long epoch) {
        return tx.handle()
                .createQuery("select lease_check(:lease, :epoch)")
                .bind("lease", lease)
                .bind("epoch", epoch)
                .mapTo(Boolean.class)
                .one();
    }

    /// Writes offers whose interaction still waits and whose agent is still there and free; gives back those written.
    List<ReservationId> offer(Tx tx, List<Decision.Offer> offers, long epoch) {
        var made = insert(tx, offers, epoch);
        var seated = takeSlots(tx, made);
        if (seated.size() < made.size()) {
            var without = made.stream().filter(id -> !seated.contains(id)).toList();
            tx.handle()
                    .createUpdate("delete from reservation where tenant_id = :tenant and id = any(:ids)")
                    .bind("tenant", tx.tenant())
                    .bindArray("ids", UUID.class, ReservationStore.values(without))
                    .execute();
        }
        return seated;
    }

    /// From `OFFERED` only; gives back those that were.
    List<ReservationId> end(Tx tx, List<ReservationId> ids, ReservationState to, long epoch) {
        return tx.handle()
                .createQuery("""
                        update reservation set state = :state, ended_at = :now, epoch = :epoch
                        where tenant_id = :tenant and id = any(:ids) and state = 'OFFERED' returning id""")
                .bind("state", to)
                .bind("now", tx.now())
                .bind("epoch", epoch)
                .bind("tenant", tx.tenant())
                .bindArray("ids", UUID.class, ReservationStore.values(ids))
                .mapTo(ReservationId.class)
                .list();
    }

    /// Ends offers that nothing rings for; gives back those that nobody had answered and no desktop acknowledged.
    List<ReservationId> endSilent(Tx tx, List<ReservationId> ids, long epoch) {
        return tx.handle()
                .createQuery("""
                        update reservation set state = 'EXPIRED', never_rang = true, ended_at = :now, epoch = :epoch
                        where tenant_id = :tenant and id = any(:ids) and state = 'OFFERED' and ringing_at is null
                        returning id""")
                .bind("now", tx.now())
                .bind("epoch", epoch)
                .bind("tenant", tx.tenant())
                .bindArray("ids", UUID.class, ReservationStore.values(ids))
                .mapTo(ReservationId.class)
                .list();
    }

    List<Held> live(Tx tx) {
        return tx.handle()
                .createQuery(HELD + " and state in ('OFFERED', 'ACCEPTED', 'WRAPPING') order by id")
                .bind("tenant", tx.tenant())
                .mapTo(Held.class)
                .list();
    }

    List<Held> of(Tx tx, Collection<ReservationId> ids) {
        return tx.handle()
                .createQuery(HELD + " and id = any(:ids) order by id")
                .bind("tenant", tx.tenant())
                .bindArray("ids", UUID.class, ReservationStore.values(ids))
                .mapTo(Held.class)
                .list();
    }

    /// Who did not take what still waits.
    List<Refusal> refusals(Tx tx) {
        return tx.handle()
                .createQuery("""
                        select r.interaction_id, r.agent_id, r.ended_at
                        from queue_entry e join reservation r
                            on r.tenant_id = e.tenant_id and r.interaction_id = e.interaction_id and r.visit = e.visit
                        where e.tenant_id = :tenant and r.state in ('DECLINED', 'EXPIRED') order by r.ended_at""")
                .bind("tenant", tx.tenant())
                .mapTo(Refusal.class)
                .list();
    }

    /// Everybody who may need a router.
    static List<TenantId> tenants(Handle system) {
        return system.createQuery("select tenant_id from tenant")
                .mapTo(TenantId.class)
                .list();
    }

    List<QueueRow> queues(Tx tx) {
        return tx.handle()
                .createQuery("select id, paused or not active as paused from queue where tenant_id = :tenant")
                .bind("tenant", tx.tenant())
                .mapTo(QueueRow.class)
                .list();
    }

    private List<ReservationId> insert(Tx tx, List<Decision.Offer> offers, long epoch) {
        return tx.handle()
                .createQuery("""
                        insert into reservation (tenant_id, id, interaction_id, visit, agent_id, queue_id, channel, direction,
                            state, waiting_since, offered_at, deadline, candidates, epoch)
                        select e.tenant_id, o.id, e.interaction_id, e.visit, o.agent_id, e.queue_id, e.channel, i.direction,
                            'OFFERED', e.enqueued_at, :now, o.deadline::timestamptz, o.candidates::jsonb, :epoch
                        from unnest(:ids::uuid[], :interactions::uuid[], :visits::bigint[], :agents::uuid[],
                                :deadlines::text[], :candidates::text[])
                            as o (id, interaction_id, visit, agent_id, deadline, candidates)
                        join queue_entry e on e.tenant_id = :tenant and e.interaction_id = o.interaction_id
                            and e.visit = o.visit
                        join interaction_of_contact i on i.tenant_id = :tenant and i.id = o.interaction_id
                        join agent_presence p on p.tenant_id = :tenant and p.agent_id = o.agent_id
                            and p.connected and p.state in ('AVAILABLE', 'RESERVED', 'ENGAGED', 'WRAP_UP')
                            and not exists (select from occupation u
                                where u.tenant_id = :tenant and u.agent_id = o.agent_id)
                        order by o.id
                        on conflict do nothing returning id""")
                .bind("now", tx.now())
                .bind("epoch", epoch)
                .bind("tenant", tx.tenant())
                .bindArray(
                        "ids",
                        UUID.class,
                        offers.stream().map(o -> o.reservation().value()).toList())
                .bindArray(
                        "interactions",
                        UUID.class,
                        offers.stream().map(o -> o.interaction().value()).toList())
                .bindArray(
                        "visits",
                        Long.class,
                        offers.stream().map(Decision.Offer::visit).toList())
                .bindArray(
                        "agents",
                        UUID.class,
                        offers.stream().map(o -> o.agent().value()).toList())
                .bindArray(
                        "deadlines",
                        String.class,
                        offers.stream()
                                .map(o -> Times.instant(o.deadline()).toString())
                                .toList())
                .bindArray(
                        "candidates",
                        String.class,
                        offers.stream().map(DecisionStore::candidates).toList())
                .mapTo(ReservationId.class)
                .list();
    }

    private List<ReservationId> takeSlots(Tx tx, List<ReservationId> made) {
        return tx.handle()
                .createQuery("""
                        insert into slot (tenant_id, agent_id, channel, slot, reservation_id)
                        select :tenant, m.agent_id, m.channel, f.slot, m.id
                        from (select id, agent_id, channel,
                                  row_number() over (partition by agent_id, channel order by id) as place
                              from reservation where tenant_id = :tenant and id = any(:ids)) m
                        cross join lateral (
                            select s.slot from generate_series(1, coalesce((select c.slots from agent_capacity c
                                where c.tenant_id = :tenant and c.agent_id = m.agent_id and c.channel = m.channel),
                                case m.channel when 'VOICE' then :voice else :text end)) s (slot)
                            where not exists (select from slot t where t.tenant_id = :tenant and t.agent_id = m.agent_id
                                and t.channel = m.channel and t.slot = s.slot)
                            order by s.slot offset m.place - 1 limit 1) f
                        on conflict do nothing returning reservation_id""")
                .bind("tenant", tx.tenant())
                .bindArray("ids", UUID.class, ReservationStore.values(made))
                .bind("voice", config.slots(Channel.VOICE))
                .bind("text", config.slots(Channel.SMS))
                .mapTo(ReservationId.class)
                .list();
    }

    /// Why this agent: the best of those it was chosen from.
    private static String candidates(Decision.Offer offer) {
        return Jsonb.of(offer.candidates().stream()
                        .map(c -> new Candidate(
                                c.agent().toString(),
                                Times.instant(c.idleSince()).toString()))
                        .toList())
                .text();
    }

    private record Candidate(String agent, String idleSince) {}
}
