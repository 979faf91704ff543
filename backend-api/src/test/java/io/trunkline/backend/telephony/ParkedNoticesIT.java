package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ParkedNoticesIT {
    private static final TestClock CLOCK = new TestClock();
    private static final int MANY = 40;

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    @Test
    void noticesOfUnknownCallsWaitUntilTheirCallIsThereAndNobodyLooksForThemMeanwhile() throws Exception {
        try (var centre = new CallCentre(POSTGRES, CLOCK)) {
            var sales = centre.queue("Sales");
            centre.telephony.notices().applies("call-status", ringing(centre));
            tell(centre);
            Waits.until("all to be parked", () -> count(centre, "attempts = 1 and applied_at is null") == MANY);

            // the clock stands still, so none comes again by itself
            centre.arrives("CA-7", sales);

            Waits.until("the one whose call is there", () -> count(centre, "applied_at is not null") == 1);
            assertThat(POSTGRES.ask("select subject from notice where tenant_id = '%s' and applied_at is not null"
                            .formatted(centre.tenant)))
                    .isEqualTo("CA-7");
            assertThat(count(centre, "attempts = 1")).isEqualTo(MANY);
        }
    }

    @Test
    void noticesThatAreLaidAsideForGoodAreWaitedForNoMore() throws Exception {
        try (var centre = new CallCentre(POSTGRES, CLOCK)) {
            centre.telephony.notices().applies("call-status", ringing(centre));
            tell(centre);
            Waits.until("all to be parked", () -> count(centre, "attempts = 1 and applied_at is null") == MANY);
            assertThat(centre.telephony.notices().waitedFor()).isEqualTo(MANY);

            CLOCK.pass(Duration.ofHours(25));
            centre.telephony.notices().retryParked();

            Waits.until("all to be laid aside", () -> count(centre, "dead") == MANY);
            Waits.until(
                    "nobody to be waited for", () -> centre.telephony.notices().waitedFor() == 0);
        }
    }

    /// All at the same time, so that they are found together.
    private static void tell(CallCentre centre) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = IntStream.range(0, MANY)
                    .mapToObj(call -> threads.submit(
                            () -> centre.telephony.notices().add(notice(centre, call), Duration.ofSeconds(10))))
                    .toList();
            for (var each : told) {
                each.get();
            }
        }
    }

    private static Notice notice(CallCentre centre, int call) {
        return new Notice(centre.tenant, "token-" + call, "call-status", "CA-" + call, "CA-" + call, CLOCK.instant());
    }

    private static NoticeApplier ringing(CallCentre centre) {
        return new NoticeApplier() {
            @Override
            public boolean apply(Tx tx, String body, Instant receivedAt) {
                return centre.telephony
                        .legNotices()
                        .apply(tx, new LegNotice(new CallSid(body), LegState.RINGING, receivedAt, null, null, null));
            }

            @Override
            public Set<String> unknown(Tx tx, List<Told> told) {
                return centre.telephony
                        .legNotices()
                        .unknown(tx, told.stream().map(Told::subject).collect(Collectors.toSet()));
            }
        };
    }

    private static int count(CallCentre centre, String condition) {
        return Integer.parseInt(POSTGRES.ask(
                "select count(*) from notice where tenant_id = '%s' and %s".formatted(centre.tenant, condition)));
    }
}
