package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.InteractionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The table `carrier_command`.
final class CommandStore {
    /// A command that was taken to be sent. `before` is the state it was found in: `SENDING` means that it may have
    /// been sent.
    record Taken(UUID id, Jsonb payload, String before, int attempts, Instant createdAt) {
        CarrierOrder order() {
            return payload.as(CarrierOrder.class);
        }
    }

    /// False when there is one of this id.
    boolean add(Tx tx, UUID id, CarrierOrder order) {
        return tx.handle()
                        .createUpdate("""
                        insert into carrier_command (tenant_id, id, interaction_id, kind, payload, due_at, created_at)
                        values (:tenant, :id, :interaction, :kind, :payload, :now, :now) on conflict do nothing""")
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("interaction", order.interaction())
                        .bind("kind", order.getClass().getSimpleName())
                        .bind("payload", Jsonb.of(order))
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /// Takes what is due, at most one command of each interaction and that the oldest, and marks it as being sent.
    /// What is in `underWay` is left alone.
    List<Taken> take(Tx tx, int most, Duration lease, Collection<UUID> underWay) {
        return tx.handle()
                .createQuery("""
                        with first as (
                            select distinct on (interaction_id) id, due_at from carrier_command
                            where tenant_id = :tenant and state in ('READY', 'SENDING') order by interaction_id, ordinal),
                        due as (
                            select c.id, c.state from carrier_command c join first f on f.id = c.id
                            where c.tenant_id = :tenant and c.due_at <= :now and c.state in ('READY', 'SENDING')
                                  and c.id <> all(:mine)
                            order by c.ordinal limit :most for update of c skip locked)
                        update carrier_command c set state = 'SENDING', attempts = c.attempts + 1, due_at = :until,
                               sent_at = coalesce(c.sent_at, :now)
                        from due where c.tenant_id = :tenant and c.id = due.id
                        returning c.id, c.payload, due.state as before, c.attempts, c.created_at""")
                .bind("tenant", tx.tenant())
                .bind("now", tx.now())
                .bind("most", most)
                .bind("until", tx.now().plus(lease))
                .bindArray("mine", UUID.class, List.copyOf(underWay))
                .mapTo(Taken.class)
                .list();
    }

    /// Says that these are still being sent.
    void keep(Tx tx, Collection<UUID> underWay, Duration lease) {
        tx.handle()
                .createUpdate("""
                        update carrier_command set due_at = :until
                        where tenant_id = :tenant and id = any(:mine) and state = 'SENDING'""")
                .bind("tenant", tx.tenant())
                .bind("until", tx.now().plus(lease))
                .bindArray("mine", UUID.class, List.copyOf(underWay))
                .execute();
    }

    /// True when this attempt was still the one being worked on.
    boolean finish(Tx tx, Taken taken, String state, String answer) {
        return tx.handle()
                        .createUpdate("""
                                update carrier_command set state = :state, answer = :answer, done_at = :now
                                where tenant_id = :tenant and id = :id and state = 'SENDING'""")
                        .bind("tenant", tx.tenant())
                        .bind("id", taken.id())
                        .bind("state", state)
                        .bind("answer", Jsonb.of(answer))
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /// Puts a command off. `READY` says that it was surely not done, `SENDING` that it may have been.
    void putOff(Tx tx, Taken taken, String state, Instant due, String error) {
        tx.handle()
                .createUpdate("""
                        update carrier_command set state = :state, due_at = :due, last_error = :error
                        where tenant_id = :tenant and id = :id and state = 'SENDING'""")
                .bind("tenant", tx.tenant())
                .bind("id", taken.id())
                .bind("state", state)
                .bind("due", due)
                .bind("error", error)
                .execute();
    }

    /// Takes back holds that are not being sent, but for this one.
    void cancelHolds(Tx tx, InteractionId interaction, UUID but) {
        tx.handle()
                .createUpdate("""
                        update carrier_command set state = 'REFUSED', last_error = 'overtaken', done_at = :now
                        where tenant_id = :tenant and interaction_id = :interaction and kind = 'Hold' and state = 'READY'
                              and id <> :but""")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .bind("but", but)
                .bind("now", tx.now())
                .execute();
    }

    /// False when it is being sent, or there is none.
    boolean cancel(Tx tx, UUID id) {
        return tx.handle()
                        .createUpdate("""
                        update carrier_command set state = 'REFUSED', last_error = 'taken back', done_at = :now
                        where tenant_id = :tenant and id = :id and state = 'READY'""")
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /// Whether the contact's leg is still to be held, taken back or brought elsewhere.
    boolean contactAwaits(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery("""
                        select exists (select from carrier_command
                            where tenant_id = :tenant and interaction_id = :interaction and state in ('READY', 'SENDING')
                                  and kind in ('Join', 'WaitAgain', 'Forward', 'Hold'))""")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether the last that the carrier did with the contact's leg was to hold it; whoever is brought
    /// elsewhere is not held there.
    boolean contactHeld(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery("""
                        select kind = 'Hold' and cast(payload ->> 'on' as boolean) from carrier_command
                        where tenant_id = :tenant and interaction_id = :interaction and state = 'DONE'
                              and kind in ('Join', 'WaitAgain', 'Forward', 'Hold')
                        order by ordinal desc limit 1""")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /// Whether somebody in it is still to be muted or heard again.
    boolean muteAwaits(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery("""
                        select exists (select from carrier_command
                            where tenant_id = :tenant and interaction_id = :interaction and state in ('READY', 'SENDING')
                                  and kind = 'Mute')""")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .mapTo(Boolean.class)
                .one();
    }

    Optional<CarrierOrder> find(Tx tx, UUID id) {
        return tx.handle()
                .createQuery("select payload from carrier_command where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(Jsonb.class)
                .findOne()
                .map(payload -> payload.as(CarrierOrder.class));
    }
}
