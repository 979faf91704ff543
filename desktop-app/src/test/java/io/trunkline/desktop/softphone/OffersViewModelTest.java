package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.os.Audible;
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
    private boolean seen = true;
    private final Bell bell = new Bell(phone, phone, new SameThreadWork(), _ -> seen);
    private final OffersViewModel model =
            new OffersViewModel(session, phone, new SameThreadWork(), ticker, bell, phone.audible(), joined::add);
    private final Reservation call = Samples.offered(1, Channel.VOICE, Samples.ANA);

    @BeforeEach
    void activate() {
        session.show(Samples.desk(7, List.of()));
        model.activate();
    }

    @Test
    void anOfferOfADeskKeptFromAnEarlierRunRingsOnlyOnceTheBackendHasToldOfIt() {
        model.deactivate();
        var begun = new Session(Samples.me(), Samples.NINE);
        var offers =
                new OffersViewModel(begun, phone, new SameThreadWork(), ticker, bell, phone.audible(), joined::add);
        offers.activate();
        begun.recall(Samples.desk(7, List.of(call)));
        assertThat(phone.ringing).isFalse();
        assertThat(offers.offers()).isEmpty();
        begun.show(Samples.desk(8, List.of(call)));
        assertThat(phone.ringing).isTrue();
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
        assertThat(phone.asked).containsExactly("ringing", "accept");
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
    void anAnswerOfWhichTheFeedTellsThoughTheBackendsWordIsLostBringsTheVoice() {
        session.apply(new ReservationEvent.Offered(call));
        phone.answersLost = true;
        phone.beforeAnswer = () -> session.apply(new ReservationEvent.Accepted(Samples.accepted(call)));
        model.answer();
        assertThat(joined).extracting(Reservation::id).containsExactly(call.id());
        assertThat(session.selected().get()).isEqualTo(call.interaction());
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void anAnswerOfWhichTheFeedTellsLaterBringsTheVoiceOnce() {
        session.apply(new ReservationEvent.Offered(call));
        phone.answersLost = true;
        model.answer();
        assertThat(joined).isEmpty();
        assertThat(model.problem().get()).isNotNull();
        ticker.advance(Duration.ofSeconds(23));
        session.apply(new ReservationEvent.Accepted(Samples.accepted(call)));
        session.apply(new ReservationEvent.Accepted(Samples.accepted(call)));
        assertThat(joined).extracting(Reservation::id).containsExactly(call.id());
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void anAnswerThatIsLostAndThenRefusedIsStillTakenWhenTheFeedTellsOfIt() {
        session.apply(new ReservationEvent.Offered(call));
        phone.answersLost = true;
        model.answer();
        phone.refusal = "You have taken it already.";
        model.answer();
        session.apply(new ReservationEvent.Accepted(Samples.accepted(call)));
        assertThat(joined).extracting(Reservation::id).containsExactly(call.id());
    }

    @Test
    void whatAnotherDeskOfTheAgentAnswersIsNotJoinedHere() {
        session.apply(new ReservationEvent.Offered(call));
        phone.refusal = "The offer is over.";
        model.answer();
        session.apply(new ReservationEvent.Accepted(Samples.accepted(call)));
        assertThat(joined).isEmpty();
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

    @Test
    void thatItRingsIsToldOnceTheWayIsOpenAndTheOfferSeen() {
        phone.audible.set(new Audible.Opening());
        session.apply(new ReservationEvent.Offered(call));
        assertThat(phone.asked).isEmpty();
        phone.opened.run();
        assertThat(phone.asked).containsExactly("ringing");
        ticker.advance(Duration.ofSeconds(1));
        assertThat(phone.asked).containsExactly("ringing");
    }

    @Test
    void whatIsNotSeenIsNotToldUntilItIs() {
        seen = false;
        session.apply(new ReservationEvent.Offered(call));
        assertThat(phone.asked).isEmpty();
        seen = true;
        ticker.advance(Duration.ofMillis(250));
        assertThat(phone.asked).containsExactly("ringing");
    }

    @Test
    void whatCannotBeHeardIsSaidAndNotTold() {
        phone.audible.set(new Audible.Unheard());
        session.apply(new ReservationEvent.Offered(call));
        ticker.advance(Duration.ofSeconds(3));
        assertThat(phone.asked).isEmpty();
        assertThat(model.unheard().get()).isNotNull();
        phone.audible.set(new Audible.Ready(""));
        assertThat(model.unheard().get()).isNull();
    }

    @Test
    void aWayThatStaysShutIsSaidAsWell() {
        phone.audible.set(new Audible.Opening());
        session.apply(new ReservationEvent.Offered(call));
        assertThat(model.unheard().get()).isNull();
        ticker.advance(Duration.ofMillis(1100));
        assertThat(model.unheard().get()).isNotNull();
    }

    @Test
    void anOfferWithdrawnWhileTheWayOpensNeitherRingsNorIsTold() {
        phone.audible.set(new Audible.Opening());
        session.apply(new ReservationEvent.Offered(call));
        session.apply(new ReservationEvent.Withdrawn(Samples.in(call, ReservationState.WITHDRAWN, null, null)));
        phone.opened.run();
        assertThat(phone.ringing).isFalse();
        assertThat(phone.asked).isEmpty();
    }

    @Test
    void anExpiredOfferIsQuietAtOnce() {
        session.apply(new ReservationEvent.Offered(call));
        session.apply(new ReservationEvent.Expired(Samples.in(call, ReservationState.EXPIRED, null, null)));
        assertThat(phone.ringing).isFalse();
    }

    @Test
    void aBackendThatDoesNotAnswerIsToldAgain() {
        phone.away = true;
        session.apply(new ReservationEvent.Offered(call));
        assertThat(phone.asked).isEmpty();
        phone.away = false;
        ticker.advance(Duration.ofMillis(250));
        assertThat(phone.asked).containsExactly("ringing");
    }

    @Test
    void aColleaguesCallRingsWithoutAnOffer() {
        bell.direct(true);
        assertThat(phone.ringing).isTrue();
        bell.direct(false);
        assertThat(phone.ringing).isFalse();
        assertThat(phone.asked).isEmpty();
    }
}
