package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Calls of the real SDK over the real media engine, heard at both ends.
@Timeout(60)
class WebViewVoiceDeviceTest {
    @Test
    void bothSidesOfACallHearEachOther() throws Exception {
        try (var call = new OnCall().registered()) {
            call.device.connect(OnCall.RESERVATION, false);
            assertThat(call.carrier
                            .next("invite")
                            .payload()
                            .at("/twilio/params")
                            .asText())
                    .isEqualTo("reservation=" + OnCall.RESERVATION);
            call.bothHear();
            call.device.hangUp();
            call.carrier.next("hangup");
            assertThat(call.story.next(VoiceEvent.Ended.class).reason()).isEqualTo(EndReason.HUNG_UP);
        }
    }
}
