package io.trunkline.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.model.UserId;
import io.trunkline.model.live.LiveFrame;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who comes and who goes is told, also when the database is away in that moment.
class ConnectionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Test
    void aDesktopWhoseComingCannotBeWrittenDownIsNotTakenForOneThatIsThere() {
        try (var centre = new LiveCentre(POSTGRES, 64, 1000)) {
            var hearer = new Forgetful();
            centre.hub().onConnections(hearer);
            hearer.faults.set(1);
            try (var turnedAway = centre.desktop("ana")) {
                LiveCentre.until(
                        PATIENCE, () -> hearer.faults.get() == 0 && centre.hub().clients() == 0);
                assertThat(turnedAway.frames()).isEmpty();
            }
            try (var again = centre.desktop("ana")) {
                again.await(LiveFrame.CaughtUp.class, 1);
                assertThat(hearer.here).containsExactly(again.member().user());
            }
        }
    }

    @Test
    void thatADesktopIsGoneIsToldAgainUntilItIsWrittenDown() {
        try (var centre = new LiveCentre(POSTGRES, 64, 1000)) {
            var hearer = new Forgetful();
            centre.hub().onConnections(hearer);
            try (var desktop = centre.desktop("ana")) {
                desktop.await(LiveFrame.CaughtUp.class, 1);
                hearer.faults.set(3);
                desktop.cut();

                LiveCentre.until(PATIENCE, hearer.here::isEmpty);
                assertThat(hearer.faults).hasValue(0);
            }
        }
    }

    @Test
    void whoIsBackBeforeItCouldBeToldThatTheyWereGoneStays() {
        try (var centre = new LiveCentre(POSTGRES, 64, 1000)) {
            var hearer = new Forgetful();
            centre.hub().onConnections(hearer);
            try (var desktop = centre.desktop("ana")) {
                desktop.await(LiveFrame.CaughtUp.class, 1);
                hearer.faults.set(1);
                desktop.cut();
                LiveCentre.until(PATIENCE, () -> hearer.faults.get() == 0);
            }
            try (var back = centre.desktop("ana")) {
                back.await(LiveFrame.CaughtUp.class, 1);
                LiveCentre.until(PATIENCE, () -> hearer.told.get() == 1);
                assertThat(hearer.here).containsExactly(back.member().user());
            }
        }
    }

    /// Writes down who is here, but for the next few times.
    private static final class Forgetful implements ConnectionListener {
        private final Set<UserId> here = ConcurrentHashMap.newKeySet();
        private final AtomicInteger faults = new AtomicInteger();
        private final AtomicInteger told = new AtomicInteger();

        @Override
        public void connected(Principal.Member member) {
            fault();
            here.add(member.user());
        }

        @Override
        public void gone(Principal.Member member, BooleanSupplier another) {
            fault();
            here.remove(member.user());
            if (another.getAsBoolean()) {
                here.add(member.user());
            }
            told.incrementAndGet();
        }

        @Override
        public void sentAway(Principal.Member member, BooleanSupplier another) {
            here.remove(member.user());
        }

        private void fault() {
            if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new DatabaseUnavailable("It is away.");
            }
        }
    }
}
