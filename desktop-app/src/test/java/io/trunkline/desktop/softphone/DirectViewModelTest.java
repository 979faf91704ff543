package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.desktop.softphone.device.VoiceFailure;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.call.DirectOutcome;
import io.trunkline.model.live.DirectCallEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectViewModelTest {
    private static final DirectCallId CALL = new DirectCallId(Samples.id(31));

    private final FakePhone phone = new FakePhone();
    private final ManualTicker ticker = new ManualTicker(Samples.NINE);
    private final Bell bell = new Bell(phone, phone, new SameThreadWork(), _ -> true);
    private boolean inCall;
    private final DirectViewModel model = new DirectViewModel(phone, bell, new SameThreadWork(), ticker, () -> inCall);

    @Test
    void aColleaguesCallRingsUntilItIsAnswered() {
        model.take(List.of(incoming()));
        assertThat(phone.ringing).isTrue();
        model.accept();
        assertThat(phone.ringing).isFalse();
        assertThat(phone.asked).containsExactly("device accept");
        assertThat(model.state().get()).isEqualTo(new DirectViewModel.State.Talking(Samples.MIA, Samples.NINE));
    }

    @Test
    void whyItRingsNoMoreIsSaidOnceTheBackendTells() {
        model.take(List.of(incoming(), new VoiceEvent.IncomingOver(EndReason.CANCELLED)));
        assertThat(phone.ringing).isFalse();
        assertThat(model.word().get()).isEqualTo("The call from Mia Lindqvist rings no more.");
        model.told(ended(DirectOutcome.CANCELED));
        assertThat(model.word().get()).isEqualTo("Mia Lindqvist gave up before you answered.");
        model.take(List.of(incoming(), new VoiceEvent.IncomingOver(EndReason.CANCELLED)));
        model.told(answered());
        assertThat(model.word().get())
                .isEqualTo("The call from Mia Lindqvist was answered at another device of yours.");
        model.take(List.of(incoming(), new VoiceEvent.IncomingOver(EndReason.CANCELLED)));
        model.told(ended(DirectOutcome.NO_ANSWER));
        assertThat(model.word().get()).isEqualTo("You missed a call from Mia Lindqvist.");
    }

    @Test
    void itRingsNoMoreOnceTheBackendSaysSoWhateverTheDeviceHears() {
        model.take(List.of(incoming()));
        model.told(answered());
        assertThat(phone.ringing).isFalse();
        assertThat(model.state().get()).isInstanceOf(DirectViewModel.State.None.class);
        model.take(List.of(new VoiceEvent.IncomingOver(EndReason.CANCELLED)));
        assertThat(model.word().get()).contains("another device of yours");
    }

    @Test
    void ofTwoDevicesThatAnswerTheSlowerSaysThatTheOtherWasFaster() {
        model.take(List.of(incoming()));
        phone.onAccept = () -> model.told(answered());
        phone.failure = new VoiceFailure(0, "Nobody rings any more");
        model.accept();
        assertThat(model.word().get()).contains("another device of yours");
    }

    @Test
    void whoAnswersJustAsTheCallerGivesUpIsToldThat() {
        model.take(List.of(incoming()));
        phone.onAccept = () -> model.told(ended(DirectOutcome.CANCELED));
        phone.failure = new VoiceFailure(0, "Nobody rings any more");
        model.accept();
        assertThat(model.word().get()).isEqualTo("Mia Lindqvist gave up before you answered.");
    }

    @Test
    void whoAnswersBeforeItIsToldThatNobodyRingsAnyMoreIsToldThat() {
        model.take(List.of(incoming()));
        phone.onAccept = () -> model.take(List.of(new VoiceEvent.IncomingOver(EndReason.CANCELLED)));
        phone.failure = new VoiceFailure(0, "Nobody rings any more");
        model.accept();
        assertThat(model.state().get()).isInstanceOf(DirectViewModel.State.None.class);
        assertThat(model.word().get()).isEqualTo("The call from Mia Lindqvist rings no more.");
    }

    @Test
    void whoAnsweredInVainIsToldWhyAlsoWhereThatComesAfterwards() {
        model.take(List.of(incoming()));
        phone.failure = new VoiceFailure(0, "Nobody rings any more");
        model.accept();
        model.take(List.of(new VoiceEvent.IncomingOver(EndReason.CANCELLED)));
        assertThat(model.word().get()).isEqualTo("The call from Mia Lindqvist rings no more.");
    }

    @Test
    void whatWasReadAndClosedIsNotSaidAgain() {
        model.take(List.of(incoming()));
        model.told(answered());
        model.forgetWord();
        model.told(ended(DirectOutcome.ANSWERED));
        assertThat(model.word().get()).isEmpty();
    }

    @Test
    void whoTookItIsNotToldThatSomebodyElseDid() {
        model.take(List.of(incoming()));
        model.accept();
        model.told(answered());
        assertThat(model.state().get()).isInstanceOf(DirectViewModel.State.Talking.class);
        model.take(List.of(new VoiceEvent.Ended(EndReason.HUNG_UP, "")));
        model.told(ended(DirectOutcome.ANSWERED));
        assertThat(model.word().get()).isEqualTo("The call with Mia Lindqvist has ended.");
    }

    @Test
    void aCallerIsToldByTheBackendWhyNobodyAnswersAndHearsNoAnnouncement() {
        for (var each : Map.of(
                        DirectOutcome.NO_ANSWER, "Mia Lindqvist did not answer.",
                        DirectOutcome.REJECTED, "Mia Lindqvist did not take the call.",
                        DirectOutcome.BUSY, "Mia Lindqvist is busy.")
                .entrySet()) {
            phone.asked.clear();
            model.call(Samples.MIA);
            model.told(new DirectCallEvent.Ended(phone.direct, Samples.BEN.id(), Samples.MIA.id(), each.getKey()));
            assertThat(model.word().get()).isEqualTo(each.getValue());
            assertThat(model.state().get()).isInstanceOf(DirectViewModel.State.None.class);
            assertThat(phone.asked).containsExactly("device call", "device hang up");
        }
    }

    @Test
    void whatCameOfAnEarlierCallChangesNothing() {
        model.call(Samples.MIA);
        var earlier = phone.direct;
        model.end();
        model.call(Samples.MIA);
        model.told(new DirectCallEvent.Ended(earlier, Samples.BEN.id(), Samples.MIA.id(), DirectOutcome.NO_ANSWER));
        assertThat(model.state().get()).isInstanceOf(DirectViewModel.State.Talking.class);
        assertThat(model.word().get()).isEmpty();
    }

    @Test
    void duringACallNoneBeginsAndNoneRings() {
        inCall = true;
        model.call(Samples.MIA);
        assertThat(model.word().get()).isEqualTo("You are in a call. End it first.");
        model.take(List.of(incoming()));
        assertThat(phone.ringing).isFalse();
        assertThat(phone.asked).containsExactly("device reject");
        assertThat(model.word().get()).isEqualTo("Mia Lindqvist called while you were in a call.");
    }

    @Test
    void whoCannotBeReachedIsSaid() {
        phone.failure = new VoiceFailure(31_603, "Decline");
        model.call(Samples.MIA);
        assertThat(model.state().get()).isInstanceOf(DirectViewModel.State.None.class);
        assertThat(model.word().get()).isEqualTo("Mia Lindqvist did not take the call.");
    }

    @Test
    void aContactsCallEndsIt() {
        model.call(Samples.MIA);
        model.leave();
        assertThat(phone.asked).containsExactly("device call", "device hang up");
        assertThat(model.state().get()).isInstanceOf(DirectViewModel.State.None.class);
    }

    @Test
    void muteIsWhatTheDeviceTells() {
        model.call(Samples.MIA);
        model.toggleMute();
        assertThat(model.muted().get()).isFalse();
        model.take(List.of(new VoiceEvent.Muted(true)));
        assertThat(model.muted().get()).isTrue();
    }

    private static VoiceEvent incoming() {
        return new VoiceEvent.Incoming(Samples.MIA.id(), Samples.MIA.name(), CALL);
    }

    private static DirectCallEvent answered() {
        return new DirectCallEvent.Answered(CALL, Samples.MIA.id(), Samples.BEN.id());
    }

    private static DirectCallEvent ended(DirectOutcome outcome) {
        return new DirectCallEvent.Ended(CALL, Samples.MIA.id(), Samples.BEN.id(), outcome);
    }
}
