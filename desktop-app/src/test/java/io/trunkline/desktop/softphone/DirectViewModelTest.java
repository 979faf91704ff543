package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.desktop.softphone.device.VoiceFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectViewModelTest {
    private final FakePhone phone = new FakePhone();
    private final ManualTicker ticker = new ManualTicker(Samples.NINE);
    private final Bell bell = new Bell(phone, phone, new SameThreadWork(), _ -> true);
    private boolean inCall;
    private final DirectViewModel model =
            new DirectViewModel(phone, bell, new SameThreadWork(), ticker, () -> inCall, () -> {});

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
    void itSaysWhyItRingsNoMore() {
        model.take(List.of(incoming(), new VoiceEvent.IncomingOver(EndReason.CANCELLED)));
        assertThat(phone.ringing).isFalse();
        assertThat(model.word().get()).isEqualTo("Mia Lindqvist gave up before you answered.");
        model.take(List.of(incoming(), new VoiceEvent.IncomingOver(EndReason.ANSWERED_ELSEWHERE)));
        assertThat(model.word().get()).contains("another device of yours");
        model.take(List.of(incoming(), new VoiceEvent.IncomingOver(EndReason.TIMED_OUT)));
        assertThat(model.word().get()).isEqualTo("You missed a call from Mia Lindqvist.");
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
        return new VoiceEvent.Incoming(Samples.MIA.id(), Samples.MIA.name());
    }
}
