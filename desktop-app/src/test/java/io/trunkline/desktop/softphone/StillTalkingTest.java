package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.live.LiveSignal;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.ReservationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StillTalkingTest {
    private final Session session = new Session(Samples.me(), Samples.NINE);
    private final FakePhone phone = new FakePhone();
    private final ManualTicker ticker = new ManualTicker(Samples.NINE);
    private Optional<ReservationId> call = Optional.of(new ReservationId(Samples.id(2)));

    @BeforeEach
    void theFeedIsLive() {
        new StillTalking(session, phone, () -> call, new SameThreadWork(), ticker).activate();
        take(new LiveSignal.CaughtUp(1));
    }

    @Test
    void theBackendIsToldAboutOnceASecondWhileTheFeedIsBroken() {
        seconds(3);
        assertThat(phone.asked).as("with a feed").isEmpty();
        take(new LiveSignal.Lost("cut"));
        assertThat(phone.asked).as("at once").containsExactly("talking");
        seconds(5);
        assertThat(phone.asked).hasSize(6).containsOnly("talking");
        take(new LiveSignal.CaughtUp(2));
        seconds(3);
        assertThat(phone.asked).as("once more, with a feed again").hasSize(7);
    }

    @Test
    void whoTalksWhenTheFeedIsBackSaysSoUntilTheBackendHasHeardIt() {
        phone.away = true;
        take(new LiveSignal.Lost("cut"));
        take(new LiveSignal.CaughtUp(2));
        seconds(3);
        assertThat(phone.asked).isEmpty();
        phone.away = false;
        seconds(3);
        assertThat(phone.asked).containsExactly("talking");
    }

    @Test
    void aDesktopThatBeginsHasNothingToSay() {
        seconds(3);
        assertThat(phone.asked).isEmpty();
    }

    @Test
    void whoDoesNotTalkSaysNothing() {
        call = Optional.empty();
        take(new LiveSignal.Lost("cut"));
        seconds(3);
        assertThat(phone.asked).isEmpty();
    }

    @Test
    void aBackendThatIsNotReachedIsTriedAgain() {
        phone.away = true;
        take(new LiveSignal.Lost("cut"));
        seconds(2);
        phone.away = false;
        seconds(1);
        assertThat(phone.asked).containsExactly("talking");
    }

    private void take(LiveSignal signal) {
        session.take(List.of(signal), ticker.now());
    }

    private void seconds(int count) {
        for (var each = 0; each < count; each++) {
            ticker.advance(Duration.ofSeconds(1));
        }
    }
}
