package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.live.LiveSignal;
import io.trunkline.desktop.cache.KeptMute;
import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.Measure;
import io.trunkline.desktop.softphone.device.Quality;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallParty;
import io.trunkline.model.call.CallState;
import io.trunkline.model.interaction.ParticipantRole;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.live.CallEvent;
import io.trunkline.model.live.ReservationEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallViewModelTest {
    private final Session session = new Session(Samples.me(), Samples.NINE);
    private final List<Pending> delivered = new ArrayList<>();
    private final Outbox outbox = Samples.outbox(delivered);
    private final Measurements measurements = new Measurements(outbox);
    private final SimpleBooleanProperty ready = new SimpleBooleanProperty(true);
    private final FakePhone phone = new FakePhone();
    private final ManualTicker ticker = new ManualTicker(Samples.NINE);
    private final Voice voice = new Voice(phone, new SameThreadWork(), ticker);
    private final KeptMute keptMute = Samples.keptMute();
    private final CallViewModel model = new CallViewModel(
            session, phone, voice, new LineReport(), measurements, ready, keptMute, new SameThreadWork(), ticker);
    private final Reservation call = Samples.accepted(Samples.offered(1, Channel.VOICE, Samples.ANA));

    @BeforeEach
    void inACall() {
        phone.listener = event -> voice.take(List.of(event));
        model.activate();
        session.apply(new ReservationEvent.Accepted(call));
        model.join(call.interaction(), call.id());
    }

    @Test
    void showsTheCallWhileTheReservationIsAccepted() {
        assertThat(model.lives().get()).isTrue();
        session.apply(new ReservationEvent.Wrapping(Samples.wrapping(call, Samples.NINE.plusSeconds(40))));
        assertThat(model.lives().get()).isFalse();
        assertThat(phone.asked).contains("device hang up");
    }

    @Test
    void aCallLastsWhileItIsHeldOrItsWayIsMended() {
        assertThat(model.lasts()).isTrue();
        session.apply(
                new CallEvent.Changed(new CallState(call.interaction(), true, true, false, false, false, List.of())));
        assertThat(model.line().get()).isEqualTo(Line.HELD);
        assertThat(model.lasts()).isTrue();
        voice.take(List.of(new VoiceEvent.Reconnecting()));
        assertThat(model.line().get()).isEqualTo(Line.BROKEN);
        assertThat(model.lasts()).isTrue();
    }

    @Test
    void aProgramThatHasBecomeTooOldTakesTheDevicesEndForTheEndOfTheCall() {
        session.take(List.of(new LiveSignal.Outdated("This centre needs 0.9.0 or newer.")), Samples.NINE);
        assertThat(model.lasts()).isTrue();
        phone.asked.clear();
        voice.take(List.of(new VoiceEvent.Ended(EndReason.HUNG_UP, "")));
        assertThat(model.lasts()).isFalse();
        ticker.advance(Duration.ofSeconds(30));
        assertThat(phone.asked).noneMatch(asked -> asked.startsWith("connect"));
    }

    @Test
    void aProgramThatHasBecomeTooOldEndsItsCallEvenIfTheBackendRefuses() {
        session.take(List.of(new LiveSignal.Outdated("This centre needs 0.9.0 or newer.")), Samples.NINE);
        phone.refusal = "no";
        model.hangUp();
        assertThat(model.lasts()).isFalse();
        assertThat(phone.asked).contains("device hang up");
    }

    @Test
    void mutesTheDeviceAtOnceEvenWhenTheBackendRefusesToNoteIt() {
        phone.refusal = "no";
        model.toggleMute();
        assertThat(model.muted().get()).isTrue();
        assertThat(phone.asked).contains("device mute true");
        assertThat(model.problem().get()).isNotNull();
    }

    @Test
    void holdIsTheBackendsTruth() {
        model.toggleHold();
        assertThat(phone.asked).contains("hold true");
        assertThat(model.held().get()).isFalse();
        session.apply(
                new CallEvent.Changed(new CallState(call.interaction(), true, true, false, true, false, List.of())));
        assertThat(model.held().get()).isTrue();
        assertThat(model.line().get()).isEqualTo(Line.HELD);
    }

    @Test
    void aHoldTheCarrierDidNotBringAboutIsSaidUntilItIsTriedAgain() {
        model.toggleHold();
        session.apply(new CallEvent.Changed(held(true)));
        session.apply(new CallEvent.Changed(held(false)));
        assertThat(model.problem().get())
                .as("another desk or a transfer may have ended it")
                .isNull();
        session.apply(new CallEvent.HoldRefused(call.interaction(), true));
        assertThat(model.problem().get())
                .isNotNull()
                .satisfies(trouble -> assertThat(trouble.happened()).contains("they hear you"));

        model.toggleHold();
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void thatTheContactIsStillOnHoldIsSaidUntilTheyAreNot() {
        session.apply(new CallEvent.Changed(held(true)));
        session.apply(new CallEvent.HoldRefused(call.interaction(), false));
        assertThat(model.problem().get())
                .isNotNull()
                .satisfies(trouble -> assertThat(trouble.happened()).contains("still on hold"));

        session.apply(new CallEvent.Changed(held(false)));
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void ofHoldInAnotherCallNothingIsSaid() {
        session.apply(new CallEvent.HoldRefused(new InteractionId(Samples.id(77)), true));
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void aBrokenLineIsJoinedAgainStillMuted() {
        model.toggleMute();
        voice.take(List.of(new VoiceEvent.Ended(EndReason.LOST, "The connection broke")));
        assertThat(model.line().get()).isEqualTo(Line.BROKEN);
        phone.asked.clear();

        ticker.advance(Duration.ofSeconds(3));
        assertThat(phone.asked).containsExactly("connect muted", "device mute true");
        assertThat(model.line().get()).isEqualTo(Line.BACK);
        assertThat(model.muted().get()).isTrue();
    }

    @Test
    void aNewStartInTheMiddleOfACallJoinsItAgain() {
        var later = new Session(Samples.me(), Samples.NINE);
        var other = new FakePhone();
        var fresh = desk(later, other);
        fresh.activate();
        later.show(Samples.desk(7, List.of(call)));
        assertThat(other.asked).contains("connect");
        assertThat(fresh.line().get()).isEqualTo(Line.JOINED);
    }

    @Test
    void endingWithoutTheBackendStillEndsItHere() {
        phone.away = true;
        model.hangUp();
        assertThat(phone.asked).contains("device hang up");
        assertThat(model.line().get()).isEqualTo(Line.OUT);
        assertThat(model.problem().get()).isNotNull();
    }

    @Test
    void whoEndedWithoutTheBackendIsOutUntilTheyJoinAgain() {
        phone.away = true;
        model.hangUp();
        phone.asked.clear();
        ticker.advance(Duration.ofSeconds(3));
        phone.away = false;
        session.show(Samples.desk(8, List.of(call), List.of(muted(false))));
        ready.set(false);
        ready.set(true);
        ticker.advance(Duration.ofSeconds(30));
        assertThat(phone.asked).noneMatch(asked -> asked.startsWith("connect"));

        model.rejoin();
        assertThat(phone.asked).contains("connect");
        assertThat(model.line().get()).isEqualTo(Line.JOINED);
    }

    @Test
    void whoEndedIsNotBroughtBackWhileTheFeedHasNotToldOfTheEnd() {
        model.hangUp();
        phone.asked.clear();
        voice.take(List.of(new VoiceEvent.Ended(EndReason.HUNG_UP, "")));
        assertThat(model.line().get()).isEqualTo(Line.JOINED);
        ticker.advance(Duration.ofSeconds(3));
        assertThat(phone.asked).noneMatch(asked -> asked.startsWith("connect"));
        assertThat(model.line().get()).isEqualTo(Line.OUT);
        assertThat(ticker.listeners()).isZero();
    }

    @Test
    void whoEndedOneCallIsBroughtIntoTheNext() {
        phone.away = true;
        model.hangUp();
        phone.away = false;
        session.apply(new ReservationEvent.Wrapping(Samples.wrapping(call, Samples.NINE.plusSeconds(40))));
        phone.asked.clear();
        var next = Samples.accepted(Samples.offered(2, Channel.VOICE, Samples.ANA));
        session.apply(new ReservationEvent.Accepted(next));
        model.join(next.interaction(), next.id());
        voice.take(List.of(new VoiceEvent.Ended(EndReason.LOST, "The connection broke")));
        ticker.advance(Duration.ofSeconds(3));
        assertThat(phone.asked).filteredOn("connect"::equals).hasSize(2);
    }

    @Test
    void whoTalksOnAtAnotherDeskIsNotTakenFromIt() {
        session.take(List.of(new LiveSignal.CaughtUp(1)), Samples.NINE);
        phone.asked.clear();
        session.apply(new CallEvent.Changed(withAgent()));
        voice.take(List.of(new VoiceEvent.Ended(EndReason.HUNG_UP, "")));
        ticker.advance(Duration.ofSeconds(3));
        session.show(Samples.desk(8, List.of(call), List.of(withAgent())));
        ticker.advance(Duration.ofSeconds(30));
        assertThat(phone.asked).noneMatch(asked -> asked.startsWith("connect"));
        assertThat(model.line().get()).isEqualTo(Line.ELSEWHERE);

        model.rejoin();
        assertThat(model.line().get()).isEqualTo(Line.JOINED);
    }

    @Test
    void aCallTakenAtAnotherDeskStaysThereUntilItIsAskedForHere() {
        var second = new Session(Samples.me(), Samples.NINE);
        var other = new FakePhone();
        var here = desk(second, other);
        here.activate();
        second.show(Samples.desk(7, List.of()));
        second.take(List.of(new LiveSignal.CaughtUp(1)), Samples.NINE);
        second.apply(new ReservationEvent.Accepted(call));
        assertThat(here.line().get()).isEqualTo(Line.JOINING);
        second.apply(new CallEvent.Changed(withAgent()));
        assertThat(here.line().get()).isEqualTo(Line.ELSEWHERE);

        second.show(Samples.desk(8, List.of(call), List.of(withAgent())));
        here.toggleMute();
        assertThat(other.asked).as("into a call that is not here").isEmpty();

        here.rejoin();
        assertThat(other.asked).contains("connect");
        assertThat(here.line().get()).isEqualTo(Line.JOINED);
    }

    @Test
    void whoseLegAloneIsEndedIsBroughtBack() {
        session.take(List.of(new LiveSignal.CaughtUp(1)), Samples.NINE);
        phone.asked.clear();
        session.apply(new CallEvent.Changed(withAgent()));
        voice.take(List.of(new VoiceEvent.Ended(EndReason.HUNG_UP, "")));
        session.apply(new CallEvent.Changed(muted(false)));
        ticker.advance(Duration.ofSeconds(3));
        assertThat(phone.asked).contains("connect");
        assertThat(model.line().get()).isEqualTo(Line.BACK);
    }

    @Test
    void aLineThatBreaksIsJoinedAgainThoughTheBackendHasNotNoticedYet() {
        session.take(List.of(new LiveSignal.CaughtUp(1)), Samples.NINE);
        phone.asked.clear();
        session.apply(new CallEvent.Changed(withAgent()));
        voice.take(List.of(new VoiceEvent.Ended(EndReason.LOST, "The connection broke")));
        ticker.advance(Duration.ofSeconds(3));
        assertThat(phone.asked).contains("connect");
    }

    @Test
    void whatTheBackendToldBeforeTheFeedBrokeKeepsNobodyOut() {
        phone.asked.clear();
        session.apply(new CallEvent.Changed(withAgent()));
        session.take(List.of(new LiveSignal.Lost("cut")), Samples.NINE);
        voice.take(List.of(new VoiceEvent.Ended(EndReason.HUNG_UP, "")));
        ticker.advance(Duration.ofSeconds(3));
        assertThat(phone.asked).contains("connect");
    }

    @Test
    void anEndThatFailsLeavesATelephoneInTheCallAndSaysSo() {
        byTelephone();
        phone.away = true;
        model.hangUp();
        assertThat(model.line().get()).isEqualTo(Line.JOINED);
        assertThat(model.problem().get())
                .isNotNull()
                .satisfies(trouble -> assertThat(trouble.happened()).contains("Put your phone down"));
    }

    @Test
    void theBadgeShowsWhatTheDeviceTellsAndNotWhatWasPressed() {
        phone.listener = _ -> {};
        model.toggleMute();
        assertThat(phone.asked).contains("device mute true", "mute true");
        assertThat(model.muted().get()).isFalse();
        voice.take(List.of(new VoiceEvent.Muted(true)));
        assertThat(model.muted().get()).isTrue();
    }

    @Test
    void aMuteThatATelephoneDidNotGetIsAskedForAgainByTheNextPress() {
        byTelephone();
        phone.refusal = "no";
        model.toggleMute();
        assertThat(model.muted().get()).isFalse();
        phone.refusal = "";
        phone.asked.clear();
        model.toggleMute();
        assertThat(phone.asked).containsExactly("device mute true", "mute true");

        voice.take(List.of(new VoiceEvent.Muted(true)));
        model.toggleMute();
        assertThat(phone.asked).endsWith("mute false");
    }

    @Test
    void aMuteThatDidNotReachTheBackendIsRecordedWhileTheCallLasts() {
        phone.away = true;
        model.toggleMute();
        phone.away = false;
        phone.asked.clear();
        ticker.advance(Duration.ofSeconds(3));
        assertThat(phone.asked).containsExactly("mute true");
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void anAgentWhoWasMutedComesBackMutedAfterARelaunch() {
        var later = new Session(Samples.me(), Samples.NINE);
        var other = new FakePhone();
        desk(later, other).activate();
        later.show(Samples.desk(7, List.of(call), List.of(muted(true))));
        assertThat(other.asked).startsWith("connect muted");
    }

    @Test
    void aDeskKeptFromAnEarlierRunIsNoReasonToTalk() {
        var later = new Session(Samples.me(), Samples.NINE);
        var other = new FakePhone();
        desk(later, other).activate();
        later.recall(Samples.desk(0, List.of(call), List.of(muted(false))));
        assertThat(other.asked).isEmpty();
        later.show(Samples.desk(7, List.of(call), List.of(muted(true))));
        assertThat(other.asked).startsWith("connect muted");
    }

    @Test
    void aMuteTheBackendMissedIsRecordedOnceItAnswersAgain() {
        model.toggleMute();
        phone.asked.clear();
        session.show(Samples.desk(8, List.of(call), List.of(muted(false))));
        assertThat(phone.asked).containsExactly("mute true");
    }

    @Test
    void aMutedAgentStaysMutedOverHoldAndAReconnect() {
        model.toggleMute();
        model.toggleHold();
        voice.take(List.of(new VoiceEvent.Reconnecting(), new VoiceEvent.Reconnected()));
        assertThat(model.line().get()).isEqualTo(Line.BACK);
        assertThat(model.muted().get()).isTrue();
        ticker.advance(Duration.ofSeconds(5));
        assertThat(model.line().get()).isEqualTo(Line.JOINED);
        assertThat(ticker.listeners()).isZero();
    }

    @Test
    void theTimerOfACallOutBeginsWhenTheContactPicksUp() {
        var out = Samples.outbound(3, null);
        session.apply(new ReservationEvent.Withdrawn(Samples.in(call, ReservationState.WITHDRAWN, null, null)));
        session.apply(new ReservationEvent.Accepted(out));
        assertThat(model.call().get().since()).isNull();
        session.apply(new ReservationEvent.Accepted(Samples.outbound(3, Samples.NINE.plusSeconds(12))));
        assertThat(model.call().get().since()).isEqualTo(Samples.NINE.plusSeconds(12));
    }

    @Test
    void whoHasSilencedThemselvesWithoutTheBackendAndIsKilledComesBackSilent() {
        phone.away = true;
        model.toggleMute();
        var again = new Session(Samples.me(), Samples.NINE);
        var other = new FakePhone();
        var next = desk(again, other);
        next.activate();
        again.show(Samples.desk(8, List.of(call), List.of(muted(false))));
        assertThat(other.asked).startsWith("connect muted").contains("mute true");
        assertThat(next.muted().get()).isTrue();
    }

    @Test
    void whoIsHeardAgainOrHasEndedTheCallIsNotSilencedInTheNextRun() {
        model.toggleMute();
        model.toggleMute();
        assertThat(keptMute.isIn(call.interaction())).isFalse();
        model.toggleMute();
        assertThat(keptMute.isIn(call.interaction())).isTrue();
        session.apply(new ReservationEvent.Wrapping(Samples.wrapping(call, Samples.NINE.plusSeconds(40))));
        assertThat(keptMute.isIn(call.interaction())).isFalse();
    }

    @Test
    void aLegThatEndedBeforeItWasKnownHereThatItJoinedIsJoinedAgain() {
        var slow = new FakePhone();
        var through = new Voice(slow, new SameThreadWork(), ticker);
        slow.onConnect = () ->
                through.take(List.of(new VoiceEvent.Connected(), new VoiceEvent.Ended(EndReason.LOST, "cut off")));
        through.join(call.id(), false);
        assertThat(through.state().get()).isEqualTo(Voice.State.BROKEN);
        slow.onConnect = () -> {};
        ticker.advance(Duration.ofSeconds(3));
        assertThat(through.state().get()).isEqualTo(Voice.State.JOINED);
    }

    private CallViewModel desk(Session of, FakePhone with) {
        var through = new Voice(with, new SameThreadWork(), ticker);
        with.listener = event -> through.take(List.of(event));
        return new CallViewModel(
                of, with, through, new LineReport(), measurements, ready, keptMute, new SameThreadWork(), ticker);
    }

    /// The next call, by a telephone that tells nothing itself.
    private void byTelephone() {
        session.apply(new ReservationEvent.Withdrawn(Samples.in(call, ReservationState.WITHDRAWN, null, null)));
        voice.use(phone, true);
        phone.listener = _ -> {};
        var next = Samples.accepted(Samples.offered(2, Channel.VOICE, Samples.ANA));
        session.apply(new ReservationEvent.Accepted(next));
        model.join(next.interaction(), next.id());
    }

    private CallState withAgent() {
        var there = new CallParty(ParticipantRole.AGENT, "Ben Okafor", false, false, true);
        return new CallState(call.interaction(), true, false, false, true, false, List.of(there));
    }

    private CallState held(boolean on) {
        return new CallState(call.interaction(), true, on, false, true, false, List.of());
    }

    private CallState muted(boolean on) {
        return Samples.call(call, on);
    }

    @Test
    void howTheLineWasIsToldThroughTheOutbox() {
        measurements.take(List.of(new VoiceEvent.Measured(call.id(), Samples.quality(4.2))));
        assertThat(delivered).singleElement().isInstanceOfSatisfying(Pending.Quality.class, sent -> {
            assertThat(sent.interaction()).isEqualTo(call.interaction());
            assertThat(sent.report().quality().mos()).isEqualTo(4.2);
        });
    }

    @Test
    void howTheLineToAColleagueWasIsNoCallsOfAContactAlsoWhereItIsToldDuringOne() {
        measurements.take(List.of(new VoiceEvent.Measured(null, Samples.quality(3.1))));
        assertThat(delivered).isEmpty();
        assertThat(measurements.recent()).hasSize(1);
    }

    @Test
    void whatIsToldOfTheCallBeforeDuringTheNextIsOfTheCallBefore() {
        var next = Samples.accepted(Samples.offered(2, Channel.VOICE, Samples.ANA));
        model.join(next.interaction(), next.id());
        measurements.take(List.of(new VoiceEvent.Measured(call.id(), Samples.quality(4.2))));
        assertThat(delivered)
                .singleElement()
                .isInstanceOfSatisfying(
                        Pending.Quality.class,
                        sent -> assertThat(sent.interaction()).isEqualTo(call.interaction()));
    }

    @Test
    void aLineThatNobodyHasMeasuredIsNotCalledGood() {
        var report = new LineReport();
        assertThat(report.quality().get()).isEqualTo(Quality.UNMEASURED);
        report.take(List.of(new VoiceEvent.Line(Quality.GOOD, new Measure(4.2, 0, 3, 40))));
        assertThat(report.quality().get()).isEqualTo(Quality.GOOD);
        report.take(List.of(new VoiceEvent.Ended(EndReason.HUNG_UP, "")));
        assertThat(report.quality().get()).isEqualTo(Quality.UNMEASURED);
    }

    @Test
    void aCallIsJoinedAgainOnlyOnceItIsKnownByWhichWay() {
        ready.set(false);
        var later = new Session(Samples.me(), Samples.NINE);
        var other = new FakePhone();
        desk(later, other).activate();
        later.show(Samples.desk(7, List.of(call)));
        assertThat(other.asked).isEmpty();
        ready.set(true);
        assertThat(other.asked).startsWith("connect");
    }
}
