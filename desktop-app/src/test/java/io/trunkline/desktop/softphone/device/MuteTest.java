package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Mute is what the far side hears, or does not.
@Timeout(60)
class MuteTest {
    /// What a codec makes of silence.
    private static final int NOISE = 60;

    private static final int SECOND = 48_000;
    private static final double SILENCE = 5;

    @Test
    void aMutedAgentIsNotHeardAndIsHeardAgainAfterwards() throws Exception {
        try (var call = new OnCall().talking()) {
            call.device.mute(true);
            assertThat(call.story.next(VoiceEvent.Muted.class).on()).isTrue();
            Soon.until(
                    "the far side hears nothing",
                    () -> call.carrier.far().hearing.tone(OnCall.SUNG) < SILENCE);
            Soon.rest(300);
            call.carrier.far().hearing.forget();
            Soon.rest(500);
            assertThat(call.carrier.far().hearing.loudest()).isLessThan(NOISE);
            assertThat(call.sound.hearing().tone(FarSide.SUNG)).isGreaterThan(OnCall.CLEAR);

            call.device.mute(false);
            assertThat(call.story.next(VoiceEvent.Muted.class).on()).isFalse();
            call.bothHear();
        }
    }

    @Test
    void whoJoinsMutedIsNeverHeard() throws Exception {
        try (var call = new OnCall().registered()) {
            call.device.connect(OnCall.RESERVATION, true);
            assertThat(call.story.next(VoiceEvent.Muted.class).on()).isTrue();
            Soon.until(
                    "the agent hears the far side", () -> call.sound.hearing().tone(FarSide.SUNG) > OnCall.CLEAR);
            Soon.rest(1000);
            assertThat(call.carrier.far().hearing.samples()).isPositive();
            assertThat(call.carrier.far().hearing.loudest()).isLessThan(NOISE);

            call.device.mute(false);
            call.bothHear();
        }
    }

    @Test
    void aMutedAgentStaysMutedOverABrokenWayAndANewOne() throws Exception {
        try (var call = new OnCall().talking()) {
            call.device.mute(true);
            Soon.until(
                    "the far side hears nothing",
                    () -> call.carrier.far().hearing.tone(OnCall.SUNG) < SILENCE);
            Soon.rest(300);
            call.carrier.far().hearing.forget();
            call.carrier.cut();
            call.story.next(VoiceEvent.Reconnected.class);
            var before = call.carrier.far().fragment();
            call.moveTo("wlan0 198.51.100.7");
            Soon.until(
                    "the way is a new one", () -> !call.carrier.far().fragment().equals(before));
            var hearing = call.carrier.far().hearing;
            var arrived = hearing.samples();
            Soon.until("sound comes by the new way", () -> hearing.samples() > arrived + SECOND);
            assertThat(hearing.loudest()).isLessThan(NOISE);

            call.device.mute(false);
            call.bothHear();
        }
    }

    @Test
    void theNextCallIsNotMutedByTheLast() throws Exception {
        try (var call = new OnCall().talking()) {
            call.device.mute(true);
            call.device.hangUp();
            call.story.next(VoiceEvent.Ended.class);
            call.talking();
        }
    }
}
