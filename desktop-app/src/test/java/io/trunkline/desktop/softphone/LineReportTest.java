package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReportTest {
    private final LineReport report = new LineReport();

    @Test
    void aComputerWithoutSoundIsSaidUntilItsSoundIsBack() {
        report.take(List.of(new VoiceEvent.SoundLost()));
        report.take(List.of(new VoiceEvent.Ended(EndReason.LOST, ""), new VoiceEvent.Connected()));
        assertThat(report.soundless().get()).isTrue();
        report.take(List.of(new VoiceEvent.SoundBack()));
        assertThat(report.soundless().get()).isFalse();
    }

    @Test
    void aCarrierThatRefusesIsNotSaidToBeSilentAndNeitherOnceItTakesTheDevice() {
        report.take(List.of(new VoiceEvent.Unregistered("no answer", false)));
        assertThat(report.unreachable().get()).isTrue();
        report.take(List.of(new VoiceEvent.Unregistered("20101", true)));
        assertThat(report.unreachable().get()).isFalse();
        assertThat(report.refused().get()).isTrue();
        report.take(List.of(new VoiceEvent.Registered()));
        assertThat(report.refused().get()).isFalse();
    }
}
