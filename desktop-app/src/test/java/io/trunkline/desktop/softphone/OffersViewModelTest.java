package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.Channel;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.live.ReservationEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffersViewModelTest {
    private final Session session = new Session(Samples.me(), Samples.NINE);
    private final FakePhone phone = new FakePhone();
    private final ManualTicker ticker = new ManualTicker(Samples.NINE);
    private final List<Reservation> joined = new ArrayList<>();
    private final OffersViewModel model =
            new OffersViewModel(session, phone, new SameThreadWork(), ticker, phone, joined::add);
    private final Reservation call = Samples.offered(1, Channel.VOICE, Samples.ANA);

    @BeforeEach
    void activate() {
        model.activate();
    }

    @Test
    void ringsWhileAnOfferWaitsAndStopsWhenItIsWithdrawn() {
        session.apply(new ReservationEvent.Offered(call));
        assertThat(phone.ringing).isTrue();
        session.apply(new ReservationEvent.Withdrawn(Samples.in(call, ReservationState.WITHDRAWN, null, null)));
        assertThat(phone.ringing).isFalse();
        assertThat(model.offers()).isEmpty();
    }

    @Test
    void answeringAcceptsFirstAndThenBringsTheVoice() {
        session.apply(new ReservationEvent.Offered(call));
        model.answer();
        assertThat(phone.asked).containsExactly("accept");
        assertThat(joined).containsExactly(call);
        assertThat(phone.ringing).isFalse();
        assertThat(session.selected().get()).isEqualTo(call.interaction());
    }

    @Test
    void aTextNeedsNoVoice() {
        session.apply(new ReservationEvent.Offered(Samples.offered(2, Channel.SMS, Samples.ANA)));
        model.answer();
        assertThat(joined).isEmpty();
    }

    @Test
    void anOfferThatIsGoneSaysSoAndConnectsNothing() {
        session.apply(new ReservationEvent.Offered(call));
        phone.refusal = "The contact has hung up.";
        model.answer();
        assertThat(joined).isEmpty();
        assertThat(model.problem().get())
                .isNotNull()
                .satisfies(trouble -> assertThat(trouble.next()).isEqualTo("The contact has hung up."));
    }

    @Test
    void noWordThatItEndedStillEndsTheRing() {
        session.apply(new ReservationEvent.Offered(call));
        ticker.advance(Duration.ofSeconds(23));
        assertThat(phone.ringing).isFalse();
        assertThat(model.offers()).isEmpty();
        assertThat(ticker.listeners()).isZero();
    }

    @Test
    void withoutAnOfferNothingCanBeAnswered() {
        assertThatNoException().isThrownBy(model::answer);
        assertThat(phone.asked).isEmpty();
    }
}
