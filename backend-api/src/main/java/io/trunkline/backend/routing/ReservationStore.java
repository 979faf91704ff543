package io.trunkline.backend.routing;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.ContactId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.queue.QueueRef;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The tables `reservation` and `slot`, as commands change them: every change names the state it starts from.
final class ReservationStore {
    private static final String RESERVATIONS = """
            select r.id, r.interaction_id, r.agent_id, r.channel, r.direction, r.state, r.queue_id, q.name as queue_name,
                   i.contact_id, c.name as contact_name, i.address, r.waiting_since, r.offered_at, r.deadline,
                   r.ringing_at, r.accepted_at, r.wrap_up_until
            from reservation r
            join interaction_of_contact i on i.tenant_id = r.tenant_id and i.id = r.interaction_id
            join contact_known c on c.tenant_id = i.tenant_id and c.contact_id = i.contact_id
            left join queue q on q.tenant_id = r.tenant_id and q.id = r.queue_id
            where r.tenant_id = :tenant""";

    private static final String OCCUPIED = "OCCUPIED";
    private static final String HOLDS = """
            select distinct state from reservation
            where tenant_id = :tenant and agent_id = :agent and state in ('OFFERED', 'ACCEPTED', 'WRAPPING')
            union all
            (select 'OCCUPIED' from occupation where tenant_id = :tenant and agent_id = :agent limit 1)""";

    public record Row(
            ReservationId id,
            InteractionId interactionId,
            AgentId agentId,
            Channel channel,
            Direction direction,
            ReservationState state,
            @Nullable QueueId queueId,
            @Nullable String queueName,
            ContactId contactId,
            String contactName,
            @Nullable String address,
            Instant waitingSince,
            Instant offeredAt,
            Instant deadline,
            @Nullable Instant ringingAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant wrapUpUntil) {
        Reservation reservation() {
            return new Reservation(
                    id,
                    interactionId,
                    agentId,
                    channel,
                    direction,
                    state,
                    new ContactRef(contactId, contactName, address),
                    queueId == null || queueName == null ? null : new QueueRef(queueId, queueName),
                    waitingSince,
                    offeredAt,
                    deadline,
                    ringingAt,
                    acceptedAt,
                    wrapUpUntil);
        }
    }

    Optional<Reservation> find(Tx tx, ReservationId id) {
        return of(tx, List.of(id)).stream().findFirst();
    }

    List<Reservation> of(Tx tx, Collection<ReservationId> ids) {
        return tx
                .handle()
                .createQuery(RESERVATIONS + " and r.id = any(:ids) order by r.id")
                .bind("tenant", tx.tenant())
                .bindArray("ids", UUID.class, values(ids))
                .mapTo(Row.class)
                .stream()
                .map(Row::reservation)
                .toList();
    }

    /// Everything the agent is rung for, holds or wraps up.
    List<Reservation> heldBy(Tx tx, AgentId agent) {
        return tx
                .handle()
                .createQuery(RESERVATIONS
                        + " and r.agent_id = :agent and r.state in ('OFFERED', 'ACCEPTED', 'WRAPPING') order by r.id")
                .bind("tenant", tx.tenant())
                .bind("agent", agent)
                .mapTo(Row.class)
                .stream()
                .map(Row::reservation)
                .toList();
    }

    Optional<Reservation> heldFor(Tx tx, InteractionId interaction, AgentId agent) {
        return heldBy(tx, agent).stream()
                .filter(r -> r.interaction().equals(interaction))
                .findFirst();
    }

    boolean accept(Tx tx, ReservationId id, AgentId agent) {
        return one(update(tx, """
                        update reservation set state = 'ACCEPTED', accepted_at = :now
                        where tenant_id = :tenant and id = :id and agent_id = :agent and state = 'OFFERED'""").bind("id", id).bind("agent", agent));
    }

    boolean decline(Tx tx, ReservationId id, AgentId agent) {
        return one(update(tx, """
                        update reservation set state = 'DECLINED', ended_at = :now
                        where tenant_id = :tenant and id = :id and agent_id = :agent and state = 'OFFERED'""").bind("id", id).bind("agent", agent));
    }

    /// The agent's desktop rings; false when it had said so, or the offer is no longer open.
    boolean ringing(Tx tx, ReservationId id, AgentId agent) {
        return one(update(tx, """
                        update reservation set ringing_at = :now where tenant_id = :tenant and id = :id
                            and agent_id = :agent and state = 'OFFERED' and ringing_at is null""").bind("id", id).bind("agent", agent));
    }

    /// From `ACCEPTED` to `WRAPPING` for the queue's time; gives back what was moved.
    List<ReservationId> release(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery("""
                        update reservation r set state = 'WRAPPING', wrapping_at = :now,
                            wrap_up_until = :now + coalesce((select q.wrap_up_seconds from queue q
                                where q.tenant_id = r.tenant_id and q.id = r.queue_id), 60) * interval '1 second'
                        where r.tenant_id = :tenant and r.interaction_id = :interaction and r.state = 'ACCEPTED'
                        returning r.id""")
                .bind("now", tx.now())
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(ReservationId.class)
                .list();
    }

    boolean complete(Tx tx, ReservationId id) {
        return one(update(tx, """
                        update reservation set state = 'COMPLETED', ended_at = :now
                        where tenant_id = :tenant and id = :id and state = 'WRAPPING'""").bind("id", id));
    }

    boolean extend(Tx tx, ReservationId id, Instant until) {
        return tx.handle()
                        .createUpdate("""
                        update reservation set wrap_up_until = greatest(wrap_up_until, :until)
                        where tenant_id = :tenant and id = :id and state = 'WRAPPING'""")
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("until", until)
                        .execute()
                == 1;
    }

    /// Wrap-ups whose time is over. One that owes a disposition goes on while its agent is there to give it.
    List<ReservationId> lapsed(Tx tx) {
        return tx.handle()
                .createQuery("""
                        select r.id from reservation r
                        left join queue q on q.tenant_id = r.tenant_id and q.id = r.queue_id
                        left join agent_presence p on p.tenant_id = r.tenant_id and p.agent_id = r.agent_id
                        where r.tenant_id = :tenant and r.state = 'WRAPPING' and r.wrap_up_until <= :now
                            and not (coalesce(q.disposition_required, false) and coalesce(p.connected, false))
                        order by r.agent_id""")
                .bind("tenant", tx.tenant())
                .bind("now", tx.now())
                .mapTo(ReservationId.class)
                .list();
    }

    /// A reservation that was never offered: the agent begins the work themselves. False when another agent holds the
    /// interaction.
    boolean claim(Tx tx, ReservationId id, InteractionId interaction, AgentId agent, Channel channel) {
        return one(update(tx, """
                        insert into reservation (tenant_id, id, interaction_id, agent_id, queue_id, channel, direction, state,
                            waiting_since, offered_at, deadline)
                        select :tenant, :id, i.id, :agent, i.queue_id, :channel, i.direction, 'ACCEPTED', :now, :now, :now
                        from interaction_of_contact i where i.tenant_id = :tenant and i.id = :interaction
                        on conflict do nothing""")
                .bind("id", id)
                .bind("interaction", interaction)
                .bind("agent", agent)
                .bind("channel", channel));
    }

    /// The contact of a claimed reservation is there; false when that was known or the reservation is over.
    boolean reached(Tx tx, ReservationId id) {
        return one(update(tx, """
                        update reservation set accepted_at = :now
                        where tenant_id = :tenant and id = :id and state = 'ACCEPTED' and accepted_at is null""").bind("id", id));
    }

    /// Takes the lowest free slot; false when all are taken.
    boolean takeSlot(Tx tx, ReservationId id, int slots) {
        return tx.handle()
                        .createUpdate("""
                        insert into slot (tenant_id, agent_id, channel, slot, reservation_id)
                        select r.tenant_id, r.agent_id, r.channel, s.slot, r.id
                        from reservation r, generate_series(1, coalesce((select c.slots from agent_capacity c
                            where c.tenant_id = r.tenant_id and c.agent_id = r.agent_id and c.channel = r.channel),
                            :slots)) s (slot)
                        where r.tenant_id = :tenant and r.id = :id and not exists (select from slot t
                            where t.tenant_id = r.tenant_id and t.agent_id = r.agent_id and t.channel = r.channel
                                and t.slot = s.slot)
                        order by s.slot limit 1
                        on conflict do nothing""")
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("slots", slots)
                        .execute()
                == 1;
    }

    void freeSlots(Tx tx, Collection<ReservationId> ids) {
        tx.handle()
                .createUpdate("delete from slot where tenant_id = :tenant and reservation_id = any(:ids)")
                .bind("tenant", tx.tenant())
                .bindArray("ids", UUID.class, values(ids))
                .execute();
    }

    /// What the agent holds, read after a lock that orders all who change it: the last one sees everything.
    Held holds(Tx tx, AgentId agent) {
        tx.handle()
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:agent, 7))::text")
                .bind("agent", agent.toString())
                .mapTo(String.class)
                .one();
        var found = tx.handle()
                .createQuery(HOLDS)
                .bind("tenant", tx.tenant())
                .bind("agent", agent)
                .mapTo(String.class)
                .set();
        var occupied = found.remove(OCCUPIED);
        var states = EnumSet.noneOf(ReservationState.class);
        found.forEach(name -> states.add(ReservationState.valueOf(name)));
        return new Held(states, occupied);
    }

    /// The states of what an agent holds, and whether something else occupies them.
    record Held(Set<ReservationState> states, boolean occupied) {
        boolean nothing() {
            return states.isEmpty() && !occupied;
        }
    }

    static List<UUID> values(Collection<ReservationId> ids) {
        return ids.stream().map(ReservationId::value).toList();
    }

    private static Update update(Tx tx, String sql) {
        return tx.handle().createUpdate(sql).bind("tenant", tx.tenant()).bind("now", tx.now());
    }

    private static boolean one(Update update) {
        return update.execute() == 1;
    }
}
