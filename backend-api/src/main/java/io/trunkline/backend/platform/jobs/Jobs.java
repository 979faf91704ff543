package io.trunkline.backend.platform.jobs;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that must be done, if not now then later: written with the state that wants it, done after the commit, tried
/// again when it fails, and laid aside as dead when it keeps failing.
public final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JobStore store;
    private final Workers workers;
    private final JobsConfig config;
    private final Backoff backoff;
    private final Semaphore free;
    private final String holder = UUID.randomUUID().toString();
    private final Map<String, JobHandler> handlers = new ConcurrentHashMap<>();
    private final Loop loop;

    public Jobs(Database database, Workers workers, JobsConfig config) {
        this.store = new JobStore(database);
        this.workers = workers;
        this.config = config;
        this.backoff = new Backoff(config.first(), config.longest());
        this.free = new Semaphore(config.atOnce());
        this.loop = workers.loop("jobs", config.tick(), this::turn);
        workers.loop("jobs-kept", config.lock().dividedBy(3), () -> store.keep(holder, config.lock()));
        workers.loop("jobs-forgotten", Duration.ofHours(1), this::forget);
    }

    /// Says who does the jobs of a kind. Jobs nobody does are left to nodes that do.
    public void on(String kind, JobHandler handler) {
        if (handlers.putIfAbsent(kind, handler) != null) {
            throw new IllegalStateException("somebody does the jobs of kind " + kind + " already");
        }
        loop.wake();
    }

    /// Adds a job to the transaction; it is done after the commit.
    public void add(Tx tx, String kind, Object payload) {
        add(tx, kind, Optional.empty(), payload, tx.now());
    }

    /// Adds a job for later. While one of the same kind and key is open, no second is added.
    public void add(Tx tx, String kind, Optional<String> key, Object payload, Instant due) {
        JobStore.add(tx, Ids.next(), kind, key, Jsonb.of(payload), due);
        tx.afterCommit(loop::wake);
    }

    private void turn() {
        try {
            var most = free.availablePermits();
            if (most == 0 || handlers.isEmpty()) {
                return;
            }
            var claimed = store.claim(holder, handlers.keySet(), config.lock(), most);
            for (var job : claimed) {
                free.acquireUninterruptibly();
                workers.submit("job-" + job.kind(), () -> run(job));
            }
        } catch (DatabaseUnavailable e) {
            LOG.debug("Jobs wait", e);
        }
    }

    // Whatever a handler throws is an attempt that failed.
    @SuppressWarnings("IllegalCatch")
    private void run(Job job) {
        try {
            var handler = handlers.get(job.kind());
            if (handler != null) {
                handler.run(job);
            }
            store.done(job, holder);
        } catch (Exception e) {
            failed(job, e);
        } finally {
            free.release();
            loop.wake();
        }
    }

    private void failed(Job job, Exception e) {
        var error = e.getClass().getSimpleName() + ": " + e.getMessage();
        try {
            if (job.attempt() >= config.attempts()) {
                LOG.error("Job {} of kind {} is dead after {} attempts", job.id(), job.kind(), job.attempt(), e);
                store.dead(job, holder, error);
            } else {
                LOG.info("Job {} of kind {} failed at attempt {}: {}", job.id(), job.kind(), job.attempt(), error);
                store.again(job, holder, backoff.after(job.attempt(), ThreadLocalRandom.current()), error);
            }
        } catch (DatabaseUnavailable away) {
            LOG.info("Job {} comes again when its lock ends: {}", job.id(), away.getMessage());
        }
    }

    private void forget() {
        store.tenantsWithDone(KEPT).forEach(tenant -> store.forgetDone(tenant, KEPT));
    }
}
