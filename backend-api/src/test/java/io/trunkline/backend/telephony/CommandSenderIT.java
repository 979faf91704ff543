package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.InteractionId;
import io.trunkline.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandSenderIT {
    private static final TestClock CLOCK = new TestClock();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private final Workers workers = new Workers();
    private final CommandStore store = new CommandStore();
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final AtomicInteger looked = new AtomicInteger();
    private final TenantId tenant = POSTGRES.tenant();
    private CommandSender slow;
    private CommandSender other;

    @BeforeEach
    void aCommandIsBeingSentByACarrierThatTakesItsTime() {
        slow = sender(new Slow());
        other = sender(new Quick());
        POSTGRES.database()
                .doInTenant(
                        tenant,
                        tx -> store.add(
                                tx,
                                Ids.next(),
                                new CarrierOrder.HangUp(new InteractionId(Ids.next()), new CallSid("CA1"))));
        slow.sendDue(tenant, () -> {});
    }

    @AfterEach
    void stop() {
        hangs.countDown();
        workers.close();
    }

    @Test
    void whatADeadProgramWasSendingIsAskedAfterWithinSeconds() {
        CLOCK.pass(Duration.ofSeconds(5));
        other.sendDue(tenant, () -> {});

        Waits.until("the command to be done", () -> state().equals("DONE"));
        assertThat(looked).hasValue(1);
    }

    @Test
    void whatIsStillBeingSentIsLeftAlone() {
        for (var round = 0; round < 4; round++) {
            CLOCK.pass(Duration.ofSeconds(3));
            slow.sendDue(tenant, () -> {});
            other.sendDue(tenant, () -> {});
        }

        assertThat(looked).hasValue(0);
        assertThat(POSTGRES.ask("select attempts from carrier_command where tenant_id = '%s'".formatted(tenant)))
                .isEqualTo("1");
        hangs.countDown();
        Waits.until("the command to be done", () -> state().equals("DONE"));
    }

    private String state() {
        return POSTGRES.ask("select state from carrier_command where tenant_id = '%s'".formatted(tenant));
    }

    private CommandSender sender(Carrier carrier) {
        return new CommandSender(POSTGRES.database(), store, carrier, (_, _, _) -> {}, workers, CLOCK, 1);
    }

    private final class Slow implements Carrier {
        @Override
        public Reply carry(TenantId of, CarrierOrder order) {
            try {
                hangs.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return new Reply.Done("slow");
        }

        @Override
        public Reply look(TenantId of, CarrierOrder order, Instant since) {
            looked.incrementAndGet();
            return new Reply.NotDone();
        }
    }

    private final class Quick implements Carrier {
        @Override
        public Reply carry(TenantId of, CarrierOrder order) {
            return new Reply.Done("quick");
        }

        @Override
        public Reply look(TenantId of, CarrierOrder order, Instant since) {
            looked.incrementAndGet();
            return new Reply.Done("seen");
        }
    }
}
