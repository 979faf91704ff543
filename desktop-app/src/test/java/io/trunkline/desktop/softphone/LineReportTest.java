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
}
