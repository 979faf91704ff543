package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.backend.platform.log.About;
import io.trunkline.model.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends commands to the carrier, in order for each interaction and never inside a transaction.
///
/// A command is marked as being sent before it is. When its outcome was not recorded, because this program or the way
/// to the carrier broke, the carrier is asked what became of it before it is sent again. Whoever sends says again and
/// again that they are at it, so that a program that died keeps nobody waiting.
final class CommandSender {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);
    private static final int MOST_ATTEMPTS = 12;
    /// How long a command is left to whoever took it, from when they last said that they are at it.
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration RENEWAL = LEASE.dividedBy(4);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Database database;
    private final CommandStore store;
    private final Carrier carrier;
    private final Consequences consequences;
    private final Workers workers;
    private final Clock clock;
    private final double callsPerSecond;
    private final Map<TenantId, Account> accounts = new ConcurrentHashMap<>();
    private final Map<TenantId, UnderWay> underWay = new ConcurrentHashMap<>();

    /// What follows once an order's outcome is known, in the transaction that records it.
    @FunctionalInterface
    interface Consequences {
        void follow(Tx tx, CarrierOrder order, Reply reply);
    }

    CommandSender(
            Database database,
            CommandStore store,
            Carrier carrier,
            Consequences consequences,
            Workers workers,
            Clock clock,
            double callsPerSecond) {
        this.database = database;
        this.store = store;
        this.carrier = carrier;
        this.consequences = consequences;
        this.workers = workers;
        this.clock = clock;
        this.callsPerSecond = callsPerSecond;
    }

    /// Begins to send what is due of a tenant; `done` is called as each is through, since another may follow it.
    void sendDue(TenantId tenant, Runnable done) {
        var account = accounts.computeIfAbsent(tenant, _ -> new Account(callsPerSecond));
        var mine = underWay.computeIfAbsent(tenant, _ -> new UnderWay());
        if (mine.dueForRenewal(clock.instant(), RENEWAL)) {
            database.doInTenant(tenant, tx -> store.keep(tx, mine.ids(), LEASE));
        }
        var room = account.room(clock.instant());
        if (room <= 0) {
            return;
        }
        for (var taken : database.inTenant(tenant, tx -> store.take(tx, room, LEASE, mine.ids()))) {
            account.begun();
            mine.begun(taken.id());
            workers.submit("carrier", () -> {
                try {
                    send(tenant, account, taken);
                } finally {
                    mine.ended(taken.id());
                    account.ended();
                    done.run();
                }
            });
        }
    }

    private void send(TenantId tenant, Account account, CommandStore.Taken taken) {
        try (var _ = About.interaction(taken.order().interaction())) {
            sent(tenant, account, taken);
        }
    }

    private void sent(TenantId tenant, Account account, CommandStore.Taken taken) {
        var order = taken.order();
        var reply = "SENDING".equals(taken.before())
                ? lookFirst(tenant, account, taken, order)
                : carry(tenant, account, order);
        switch (reply) {
            case Reply.Later _, Reply.Unclear _ -> account.failed(clock.instant());
            case Reply.Done _, Reply.Gone _, Reply.Refused _, Reply.NotDone _ -> account.answered();
        }
        database.doInTenant(tenant, tx -> record(tx, taken, order, reply));
    }

    private Reply lookFirst(TenantId tenant, Account account, CommandStore.Taken taken, CarrierOrder order) {
        LOG.info(
                "Asking the carrier what became of {} {}",
                taken.id(),
                order.getClass().getSimpleName());
        var seen = carrier.look(tenant, order, taken.createdAt());
        return switch (seen) {
            case Reply.NotDone _ -> carry(tenant, account, order);
            case Reply.Later later -> new Reply.Unclear(later.sentence());
            case Reply.Done _, Reply.Gone _, Reply.Refused _, Reply.Unclear _ -> seen;
        };
    }

    private Reply carry(TenantId tenant, Account account, CarrierOrder order) {
        if (order instanceof CarrierOrder.Dial) {
            var wait = account.turn(clock.instant());
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                return new Reply.Later(wait, "too many calls are being placed");
            }
            LockSupport.parkNanos(wait.toNanos());
        }
        return carrier.carry(tenant, order);
    }

    private void record(Tx tx, CommandStore.Taken taken, CarrierOrder order, Reply reply) {
        switch (reply) {
            case Reply.Done done -> finish(tx, taken, order, reply, "DONE", done.sid());
            case Reply.Gone _ -> finish(tx, taken, order, reply, "DONE", "gone");
            case Reply.Refused refused -> {
                LOG.warn("The carrier refused {} with {}: {}", taken.id(), refused.code(), refused.sentence());
                finish(tx, taken, order, reply, "REFUSED", String.valueOf(refused.code()));
            }
            case Reply.Later later -> again(tx, taken, order, "READY", later.after(), later.sentence());
            case Reply.Unclear unclear -> again(tx, taken, order, "SENDING", Duration.ZERO, unclear.sentence());
            case Reply.NotDone _ -> again(tx, taken, order, "READY", Duration.ZERO, "not done");
        }
    }

    private void finish(Tx tx, CommandStore.Taken taken, CarrierOrder order, Reply reply, String state, String answer) {
        if (store.finish(tx, taken, state, answer)) {
            consequences.follow(tx, order, reply);
        }
    }

    /// Holding and muting soon has no sense any more and must not keep what comes after it waiting.
    private static int mostAttempts(CarrierOrder order) {
        return order instanceof CarrierOrder.Hold || order instanceof CarrierOrder.Mute ? 4 : MOST_ATTEMPTS;
    }

    private void again(
            Tx tx, CommandStore.Taken taken, CarrierOrder order, String state, Duration atLeast, String why) {
        if (taken.attempts() >= mostAttempts(order)) {
            LOG.error(
                    "Giving up {} {} after {} attempts: {}",
                    taken.id(),
                    order.getClass().getSimpleName(),
                    taken.attempts(),
                    why);
            finish(tx, taken, order, new Reply.Refused(0, why), "DEAD", why);
            return;
        }
        var backoff = Duration.ofMillis((250L << Math.min(taken.attempts(), 7))
                + ThreadLocalRandom.current().nextInt(250));
        store.putOff(tx, taken, state, tx.now().plus(backoff.compareTo(atLeast) < 0 ? atLeast : backoff), why);
    }
}
