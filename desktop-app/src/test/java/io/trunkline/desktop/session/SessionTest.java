package io.trunkline.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.live.LiveSignal;
import io.trunkline.model.Channel;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.live.ReservationEvent;
import io.trunkline.model.presence.PresenceState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final Session session = new Session(Samples.me(), Samples.NINE);
    private final Reservation call = Samples.offered(1, Channel.VOICE, Samples.ANA);
    private final Reservation text = Samples.offered(2, Channel.SMS, Samples.LONG);

    @Test
    void anOfferAppearsAndGoesWhenItIsWithdrawn() {
        session.apply(new ReservationEvent.Offered(call));
        assertThat(session.reservations()).containsKey(call.id());

        session.apply(new ReservationEvent.Withdrawn(Samples.in(call, ReservationState.WITHDRAWN, null, null)));
        assertThat(session.reservations()).isEmpty();
    }

    @Test
    void anOfferDoesNotTakeThePlaceOfWhatIsBeingWorkedOn() {
        session.apply(new ReservationEvent.Accepted(Samples.accepted(text)));
        session.apply(new ReservationEvent.Offered(call));
        assertThat(session.selected().get()).isEqualTo(text.interaction());
    }

    @Test
    void theNextPieceOfWorkIsShownWhenOneIsCompleted() {
        session.apply(new ReservationEvent.Accepted(Samples.accepted(text)));
        session.apply(new ReservationEvent.Accepted(Samples.accepted(call)));
        session.apply(new InteractionEvent.Answered(Samples.active(text)));
        session.apply(new ReservationEvent.Completed(
                Samples.in(text, ReservationState.COMPLETED, Samples.NINE, Samples.NINE)));

        assertThat(session.selected().get()).isEqualTo(call.interaction());
        assertThat(session.interactions()).doesNotContainKey(text.interaction());
    }

    @Test
    void theOffersOfOthersAreNotMine() {
        var others = new Reservation(
                call.id(),
                call.interaction(),
                Samples.MIA.id(),
                call.channel(),
                call.direction(),
                call.state(),
                call.contact(),
                call.queue(),
                call.waitingSince(),
                call.offeredAt(),
                call.deadline(),
                null,
                null,
                null);
        session.apply(new ReservationEvent.Offered(others));
        assertThat(session.reservations()).isEmpty();
    }

    @Test
    void presenceOfOthersIsKnownButNotMine() {
        session.apply(
                new PresenceEvent.Changed(Samples.presence(Samples.MIA, PresenceState.AWAY), PresenceState.AVAILABLE));
        assertThat(session.presence().get().state()).isEqualTo(PresenceState.OFFLINE);
        assertThat(session.agents()).containsKey(Samples.MIA.id());
    }

    @Test
    void theDeskOfTheLastRunDoesNotTakeThePlaceOfWhatTheBackendHasTold() {
        session.recall(Samples.desk(3, List.of(call)));
        assertThat(session.reservations()).containsOnlyKeys(call.id());

        session.take(List.of(new LiveSignal.Loaded(Samples.desk(9, List.of(text)))), Samples.NINE);
        session.recall(Samples.desk(3, List.of(call)));
        assertThat(session.reservations()).containsOnlyKeys(text.id());
    }

    @Test
    void aReloadedDeskReplacesWhatWasKnown() {
        session.apply(new ReservationEvent.Offered(call));
        session.take(
                List.of(new LiveSignal.Loaded(Samples.desk(9, List.of(text))), new LiveSignal.CaughtUp(9)),
                Samples.NINE);

        assertThat(session.reservations()).containsOnlyKeys(text.id());
        assertThat(session.connection().get().live()).isTrue();
    }

    @Test
    void losingTheFeedKeepsTheDeskAndTellsSinceWhen() {
        session.take(List.of(new LiveSignal.Loaded(Samples.desk(9, List.of(text)))), Samples.NINE);
        session.take(List.of(new LiveSignal.Lost("cut")), Samples.NINE);
        session.take(List.of(new LiveSignal.Lost("cut")), Samples.NINE.plusSeconds(9));

        assertThat(session.reservations()).containsKey(text.id());
        assertThat(session.connection().get()).isEqualTo(new Connection(Connection.State.OFFLINE, Samples.NINE));
    }

    @Test
    void whoUnsubscribesHearsNothingMore() {
        var heard = new ArrayList<LiveEvent>();
        var subscription = session.listen(heard::add);
        session.apply(new LiveEvent.Unknown());
        subscription.unsubscribe();
        session.apply(new LiveEvent.Unknown());
        assertThat(heard).hasSize(1);
    }
}
