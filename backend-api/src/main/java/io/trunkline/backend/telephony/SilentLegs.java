package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the carrier about legs nobody has told us of for long. A carrier tells of a leg's end once or twice and then no
/// more: without asking, a call that ended while nobody listened would stay open for ever.
final class SilentLegs {
    private static final Logger LOG = LoggerFactory.getLogger(SilentLegs.class);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 16;

    private final Database database;
    private final LegStore legs;
    private final LegNotices notices;
    private final CarrierLegs carrier;
    private final Workers workers;
    private final Clock clock;
    private volatile Instant doubtedBefore;

    /// Every leg that is older than this program's listening is asked about at once.
    SilentLegs(
            Database database, LegStore legs, LegNotices notices, CarrierLegs carrier, Workers workers, Clock clock) {
        this.database = database;
        this.legs = legs;
        this.notices = notices;
        this.carrier = carrier;
        this.workers = workers;
        this.clock = clock;
        this.doubtedBefore = clock.instant();
    }

    /// Has all legs asked about anew: some were written down so late that they may have ended before.
    void doubtAll() {
        doubtedBefore = clock.instant();
    }

    /// Asks about all that are due, some at a time; stops when the carrier does not answer.
    void askAll(TenantId tenant) {
        var answered = true;
        while (answered && !workers.stopping()) {
            var due = database.inTenant(tenant, tx -> legs.unheard(tx, since(), AT_ONCE));
            answered = !due.isEmpty() && ask(tenant, due) == due.size();
        }
    }

    private Instant since() {
        var silent = clock.instant().minus(LONGEST_SILENCE);
        return silent.isBefore(doubtedBefore) ? doubtedBefore : silent;
    }

    private int ask(TenantId tenant, List<CallSid> due) {
        var answered = new AtomicInteger();
        var left = new CountDownLatch(due.size());
        for (var leg : due) {
            workers.submit("silent-leg", () -> {
                try {
                    carrier.seen(tenant, leg).ifPresent(seen -> {
                        database.doInTenant(tenant, tx -> take(tx, leg, seen));
                        answered.incrementAndGet();
                    });
                } finally {
                    left.countDown();
                }
            });
        }
        await(left);
        return answered.get();
    }

    private void take(Tx tx, CallSid leg, CarrierLegs.Seen seen) {
        if (seen.state().terminal()) {
            LOG.info("Leg {} has ended without our hearing of it", leg);
        }
        var at = seen.endedAt() == null ? tx.now() : seen.endedAt();
        notices.apply(tx, new LegNotice(leg, seen.state(), at, null, null, null));
        legs.asked(tx, leg);
    }

    private static void await(CountDownLatch left) {
        try {
            left.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
