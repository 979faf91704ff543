package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.platform.db.TestDatabase;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SilentLegsIT {
    private static final TestClock CLOCK = new TestClock();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private final CallCentre centre = new CallCentre(POSTGRES, CLOCK);

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void aCallThatEndedWhileNobodyListenedIsOverOnceTheCarrierIsAsked() {
        var call = centre.arrives("CA-silent-1", centre.queue("Sales"));
        var ended = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
        CLOCK.pass(Duration.ofSeconds(5));

        centre.telephony.listening((_, leg) -> leg.value().equals("CA-silent-1")
                ? Optional.of(new CarrierLegs.Seen(LegState.COMPLETED, ended))
                : Optional.empty());

        Waits.until(
                "the call to be abandoned",
                () -> POSTGRES.ask("select state || ' ' || outcome from interaction where id = '%s'".formatted(call))
                        .equals("COMPLETED ABANDONED"));
        assertThat(POSTGRES.ask("select ended_at = '%s' from leg where call_sid = 'CA-silent-1'".formatted(ended)))
                .isEqualTo("t");
    }

    @Test
    void aCallThatWasWrittenDownAfterItsEndIsOver() {
        centre.telephony.listening((_, _) -> Optional.of(new CarrierLegs.Seen(LegState.COMPLETED, null)));
        var call = centre.arrives("CA-silent-3", centre.queue("Sales"));
        CLOCK.pass(Duration.ofSeconds(1));

        centre.telephony.wroteDownLate();

        Waits.until(
                "the call to be abandoned",
                () -> POSTGRES.ask("select state || ' ' || outcome from interaction where id = '%s'".formatted(call))
                        .equals("COMPLETED ABANDONED"));
    }

    @Test
    void aCallThatLivesIsAskedAboutOnceAndAgainWhenNothingIsHeardForLong() {
        var call = centre.arrives("CA-silent-2", centre.queue("Sales"));
        CLOCK.pass(Duration.ofSeconds(5));
        var asked = new AtomicInteger();

        centre.telephony.listening((_, leg) -> {
            if (leg.value().equals("CA-silent-2")) {
                asked.incrementAndGet();
            }
            return Optional.of(new CarrierLegs.Seen(LegState.IN_PROGRESS, null));
        });
        Waits.until(
                "the answer to be taken down",
                () -> !POSTGRES.ask("select asked_at from leg where call_sid = 'CA-silent-2'")
                        .equals("null"));
        assertThat(asked).hasValue(1);
        CLOCK.pass(Duration.ofMinutes(6));
        Waits.until("it to be asked about again", () -> asked.get() == 2);

        assertThat(POSTGRES.ask("select state from interaction where id = '%s'".formatted(call)))
                .isEqualTo("WAITING");
    }
}
