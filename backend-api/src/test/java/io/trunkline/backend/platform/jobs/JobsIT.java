package io.trunkline.backend.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final JobsConfig CONFIG = JobsConfig.from(Settings.of(Map.of(
            "jobs.attempts", "3",
            "jobs.tick", "20ms",
            "jobs.first-wait", "10ms",
            "jobs.lock", "1s")));

    private final Workers workers = new Workers();
    private final Jobs jobs = new Jobs(POSTGRES.database(), workers, CONFIG);
    private final TenantId tenant = POSTGRES.tenant();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void aJobIsDoneAfterItsCommitAndNotAfterARollback() {
        jobs.on("plain", job -> done.add(job.payload(String.class)));
        assertThatThrownBy(() -> POSTGRES.database().doInTenant(tenant, tx -> {
                    jobs.add(tx, "plain", "rolled back");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        POSTGRES.database().doInTenant(tenant, tx -> jobs.add(tx, "plain", "committed"));

        until(() -> state("plain").equals("DONE"));
        assertThat(done).containsExactly("committed");
    }

    @Test
    void aJobThatFailsComesAgain() {
        jobs.on("shaky", job -> {
            done.add("attempt " + job.attempt());
            if (job.attempt() < 3) {
                throw new IllegalStateException("not yet");
            }
        });
        POSTGRES.database().doInTenant(tenant, tx -> jobs.add(tx, "shaky", "x"));

        until(() -> state("shaky").equals("DONE"));
        assertThat(done).containsExactly("attempt 1", "attempt 2", "attempt 3");
    }

    @Test
    void aPoisonedJobIsLaidAsideAndTheOthersGoOn() {
        jobs.on("poison", job -> {
            if (job.payload(String.class).equals("bad")) {
                throw new IllegalStateException("never");
            }
            done.add(job.payload(String.class));
        });
        POSTGRES.database().doInTenant(tenant, tx -> jobs.add(tx, "poison", "bad"));
        POSTGRES.database().doInTenant(tenant, tx -> jobs.add(tx, "poison", "good"));

        until(() -> count("poison", "DEAD") == 1 && count("poison", "DONE") == 1);
        assertThat(done).containsExactly("good");
        assertThat(POSTGRES.ask("select last_error from job where kind = 'poison' and state = 'DEAD'"))
                .contains("never");
    }

    @Test
    void whileAJobOfTheSameKeyIsOpenNoSecondIsAdded() {
        POSTGRES.database().doInTenant(tenant, tx -> {
            jobs.add(tx, "keyed", Optional.of("k"), "first", tx.now().plusSeconds(600));
            jobs.add(tx, "keyed", Optional.of("k"), "second", tx.now().plusSeconds(600));
        });

        assertThat(count("keyed", "READY")).isEqualTo(1);
    }

    @Test
    void theJobOfANodeThatDiedIsDoneByAnother() {
        var dying = new Workers();
        var there = new Jobs(POSTGRES.database(), dying, CONFIG);
        there.on("orphan", _ -> {
            done.add("begun");
            LockSupport.parkNanos(Duration.ofSeconds(60).toNanos());
            throw new IllegalStateException("killed");
        });
        POSTGRES.database().doInTenant(tenant, tx -> there.add(tx, "orphan", "x"));
        until(() -> done.contains("begun"));
        POSTGRES.tell("update job set locked_by = 'a node that is gone' where kind = 'orphan'");
        dying.close();
        jobs.on("orphan", job -> done.add("finished at attempt " + job.attempt()));

        until(() -> state("orphan").equals("DONE"));
        assertThat(done).containsExactly("begun", "finished at attempt 2");
    }

    private String state(String kind) {
        return POSTGRES.ask("select state from job where kind = '%s' and tenant_id = '%s'".formatted(kind, tenant));
    }

    private int count(String kind, String state) {
        return Integer.parseInt(
                POSTGRES.ask("select count(*) from job where kind = '%s' and state = '%s' and tenant_id = '%s'"
                        .formatted(kind, state, tenant)));
    }

    private static void until(BooleanSupplier holds) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
