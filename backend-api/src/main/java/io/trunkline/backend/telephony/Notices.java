package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
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
    private static final int MOST_FAILURES = 8;
    private static final Duration PARKED_AT_MOST = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;
    private final NoticeStore store = new NoticeStore();
    private final Map<String, NoticeApplier> appliers = new ConcurrentHashMap<>();
    private final GroupCommit<Notice> commit;
    private final Runnable wake;

    /// `wake` is called when something was committed.
    Notices(Database database, Clock clock, Executor threads, Runnable wake) {
        this.database = database;
        this.clock = clock;
        this.wake = wake;
        this.commit = new GroupCommit<>(
                2, LARGEST_BATCH, threads, batch -> database.doAsSystem(handle -> store.add(handle, batch)));
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

    /// Applies what is due, subject by subject in order; returns how many were looked at.
    int applyDue() {
        var due = database.asSystem(handle -> store.due(handle, clock.instant(), LARGEST_BATCH));
        due.stream()
                .collect(Collectors.groupingBy(NoticeStore.Waiting::tenantId))
                .forEach(this::applyOf);
        return due.size();
    }

    private void applyOf(TenantId tenant, List<NoticeStore.Waiting> waiting) {
        for (var notice : waiting) {
            try {
                database.doInTenant(tenant, tx -> {
                    if (store.take(tx, notice.id())) {
                        apply(tx, notice);
                    }
                });
            } catch (DatabaseUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                failed(tenant, notice, e);
            }
        }
    }

    private void apply(Tx tx, NoticeStore.Waiting notice) {
        var applier = appliers.get(notice.kind());
        if (applier == null) {
            throw new IllegalStateException("nobody applies notices of the kind " + notice.kind());
        }
        if (applier.apply(tx, notice.body(), notice.receivedAt())) {
            store.applied(tx, notice.id());
        } else {
            var age = Duration.between(notice.receivedAt(), tx.now());
            var dead = age.compareTo(PARKED_AT_MOST) > 0;
            store.putOff(tx, notice.id(), later(tx.now(), notice.attempts()), "its subject is not known", dead);
        }
    }

    private void failed(TenantId tenant, NoticeStore.Waiting notice, RuntimeException e) {
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
