package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The durable inbox of notices: what [#add] returned from is never lost, is applied in order per subject, and once.
///
/// A notice whose subject is not known yet is parked and comes again, for a day. One that cannot be applied is tried
/// again a few times and then laid aside as a dead letter; those behind it go on.
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    static final int LARGEST_BATCH = 500;
    private static final int MOST_TOGETHER = 128;
    private static final int MOST_SUBJECTS = 20_000;

    /// Fewer are tried one by one, which takes no transaction more than that.
    private static final int WORTH_SIFTING = 8;
    private static final int MOST_FAILURES = 8;

    private final Database database;
    private final Clock clock;
    private final NoticeStore store = new NoticeStore();
    private final Map<String, NoticeApplier> appliers = new ConcurrentHashMap<>();
    private final Strangers strangers = new Strangers(store, appliers);
    private final ParkedSubjects subjects = new ParkedSubjects(MOST_SUBJECTS);
    private final GroupCommit<Notice> commit;
    private final Runnable wake;

    /// `wake` is called when something was committed.
    Notices(Database database, Clock clock, Executor threads, Runnable wake) {
        this.database = database;
        this.clock = clock;
        this.wake = wake;
        this.commit = new GroupCommit<>(2, LARGEST_BATCH, threads, batch -> database.asSystem(NoticeStore.add(batch)));
    }

    /// Names who applies a kind of notice.
    public void applies(String kind, NoticeApplier applier) {
        appliers.put(kind, applier);
    }

    /// Returns once the notice is committed; throws [DatabaseUnavailable] when that cannot be, or not within `longest`.
    /// It may be committed all the same and may be added again.
    public void add(Notice notice, Duration longest) {
        if (!commit.add(notice, longest)) {
            throw new DatabaseUnavailable("A notice was not committed in time.");
        }
        wake.run();
    }

    /// What the notices of the subject waited for is there now.
    void known(TenantId tenant, String subject) {
        if (subjects.known(tenant, subject)) {
            wake.run();
        }
    }

    /// How many calls, messages and so on notices wait for, as far as this program knows.
    int waitedFor() {
        return subjects.size();
    }

    /// Lets everything that is put off be tried now: what it is about may be known since.
    public void retryParked() {
        database.doAsSystem(handle -> store.due(handle, clock.instant()));
        wake.run();
    }

    /// Applies what is due, subject by subject in order; returns how many were looked at.
    int applyDue() {
        var woken = subjects.woken();
        if (!woken.isEmpty()) {
            database.doAsSystem(handle -> store.due(handle, clock.instant(), woken));
        }
        var due = database.asSystem(handle -> store.due(handle, clock.instant(), LARGEST_BATCH));
        due.stream()
                .collect(Collectors.groupingBy(NoticeStore.Waiting::tenantId))
                .forEach(this::applyOf);
        return due.size();
    }

    private void applyOf(TenantId tenant, List<NoticeStore.Waiting> all) {
        var now = clock.instant();
        all.forEach(notice -> subjects.doubted(tenant, notice.subject(), notice.id(), now));
        var waiting = all.size() < WORTH_SIFTING ? all : sifted(tenant, all);
        var together = 1;
        for (var from = 0; from < waiting.size(); ) {
            var some = waiting.subList(from, Math.min(from + together, waiting.size()));
            var looked = applySome(tenant, some);
            together = looked < some.size() ? 1 : Math.min(2 * together, MOST_TOGETHER);
            from += looked;
        }
    }

    private List<NoticeStore.Waiting> sifted(TenantId tenant, List<NoticeStore.Waiting> all) {
        return database.inTenant(tenant, tx -> {
            var sifted = strangers.parked(tx, all);
            settle(tx, all, sifted.dead());
            return sifted.left();
        });
    }

    /// What is dead waits for its subject no more, once that is committed.
    private void settle(Tx tx, List<NoticeStore.Waiting> all, Set<Long> ids) {
        all.stream()
                .filter(notice -> ids.contains(notice.id()))
                .forEach(notice -> tx.afterCommit(() -> subjects.settled(tx.tenant(), notice.subject(), notice.id())));
    }

    /// Applies the first of `some` that does something, in a transaction of its own, so that it holds back nobody
    /// else's work. Those before it whose subject is not known do nothing and share it. Returns how many were
    /// looked at.
    private int applySome(TenantId tenant, List<NoticeStore.Waiting> some) {
        var at = new AtomicInteger();
        try {
            return database.inTenant(tenant, tx -> {
                at.set(0); // a transaction that was broken off begins anew
                var free = store.take(tx, some);
                var parked = new ArrayList<NoticeStore.Parked>();
                var done = false;
                while (!done && at.get() < some.size()) {
                    var notice = some.get(at.get());
                    if (free.contains(notice.id())) {
                        done = apply(tx, notice, parked);
                    } else {
                        settle(tx, some, Set.of(notice.id())); // another node has it
                    }
                    at.incrementAndGet();
                }
                if (!parked.isEmpty()) {
                    store.park(tx, parked);
                    settle(tx, some, Strangers.dead(parked));
                }
                return at.get();
            });
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (at.get() == some.size()) {
                throw e;
            }
            failed(tenant, some.get(at.get()), e);
            return at.get() + 1;
        }
    }

    private boolean apply(Tx tx, NoticeStore.Waiting notice, List<NoticeStore.Parked> parked) {
        var applier = appliers.get(notice.kind());
        if (applier == null) {
            throw new IllegalStateException("nobody applies notices of the kind " + notice.kind());
        }
        if (applier.apply(tx, notice.body(), notice.receivedAt())) {
            store.applied(tx, notice.id());
            tx.afterCommit(() -> subjects.settled(tx.tenant(), notice.subject(), notice.id()));
            return true;
        }
        parked.add(Strangers.tried(tx, notice));
        return false;
    }

    private void failed(TenantId tenant, NoticeStore.Waiting notice, RuntimeException e) {
        subjects.settled(tenant, notice.subject(), notice.id());
        var dead = notice.attempts() + 1 >= MOST_FAILURES;
        if (dead) {
            LOG.error(
                    "Notice {} of kind {} is laid aside after {} attempts",
                    notice.id(),
                    notice.kind(),
                    MOST_FAILURES,
                    e);
        } else {
            LOG.warn("Notice {} of kind {} could not be applied and comes again", notice.id(), notice.kind(), e);
        }
        database.doInTenant(
                tenant,
                tx -> store.putOff(
                        tx,
                        notice.id(),
                        later(tx.now(), notice.attempts()),
                        e.getClass().getSimpleName(),
                        dead));
    }

    private static Instant later(Instant now, int attempts) {
        return now.plusMillis(Math.min(30_000, 250L << Math.min(attempts, 7)));
    }
}
