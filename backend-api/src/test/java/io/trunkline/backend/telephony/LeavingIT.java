package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.routing.Waiting;
import io.trunkline.model.Channel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeavingIT {
    private static final TestClock CLOCK = new TestClock();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    @Test
    void whoLeavesWhileTheyArePutInLineIsNotLeftThere() throws Exception {
        try (var centre = new CallCentre(POSTGRES, CLOCK);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sales = centre.queue("Sales");
            var help = centre.queue("Help");
            var call = centre.arrives("CA-leaving", sales);
            var inLine = new CountDownLatch(1);
            var leaving = new CountDownLatch(1);
            var moving = threads.submit(() -> {
                POSTGRES.database().doInTenant(centre.tenant, tx -> {
                    centre.routing().withdraw(tx, call);
                    centre.routing().enqueue(tx, Waiting.in(call, help, Channel.VOICE));
                    inLine.countDown();
                    await(leaving);
                });
                return true;
            });
            assertThat(inLine.await(5, TimeUnit.SECONDS)).isTrue();
            var gone = threads.submit(() -> {
                centre.telephony.calls().left(centre.tenant, new CallSid("CA-leaving"));
                return true;
            });
            Waits.until(
                    "the one who leaves to wait for the other",
                    () -> !POSTGRES.ask(
                                    "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                            .isEmpty());
            leaving.countDown();
            moving.get(5, TimeUnit.SECONDS);
            gone.get(5, TimeUnit.SECONDS);

            assertThat(POSTGRES.ask("select state from interaction where id = '%s'".formatted(call)))
                    .isEqualTo("COMPLETED");
            assertThat(POSTGRES.ask("select count(*) from queue_entry where interaction_id = '%s'".formatted(call)))
                    .isEqualTo("0");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
