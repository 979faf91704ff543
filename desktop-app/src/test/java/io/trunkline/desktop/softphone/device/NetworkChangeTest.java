package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The computer gets into another network in the middle of a call.
@Timeout(60)
class NetworkChangeTest {
    /// What a codec makes of silence.
    private static final int NOISE = 60;

    private static final double SILENCE = 5;

    @Test
    void newWaysAreFoundAndBothSidesHearEachOther() throws Exception {
        try (var call = new OnCall().registered().talking()) {
            var before = call.carrier.far().fragment();
            call.moveTo("wlan0 198.51.100.7");
            newWay(call, before);
            call.carrier.far().hearing.forget();
            Soon.until(
                    "the far side hears the agent anew",
                    () -> call.carrier.far().hearing.loudest() > OnCall.CLEAR);
            call.bothHear();
            assertThat(call.story.all(VoiceEvent.Reconnecting.class)).isEmpty();
            assertThat(call.story.all(VoiceEvent.Ended.class)).isEmpty();
        }
    }

    @Test
    void aMutedAgentStaysMutedAndHearsTheFarSide() throws Exception {
        try (var call = new OnCall().registered().talking()) {
            call.device.mute(true);
            Soon.until(
                    "the far side hears nothing",
                    () -> call.carrier.far().hearing.tone(OnCall.SUNG) < SILENCE);
            Soon.rest(300);
            call.carrier.far().hearing.forget();
            var before = call.carrier.far().fragment();
            call.moveTo("eth0 192.0.2.7", "tun0 203.0.113.7");
            newWay(call, before);
            Soon.rest(500);
            Soon.until(
                    "the agent hears the far side", () -> call.sound.hearing().tone(FarSide.SUNG) > OnCall.CLEAR);
            assertThat(call.carrier.far().hearing.loudest()).isLessThan(NOISE);
            call.device.mute(false);
            call.bothHear();
        }
    }

    @Test
    void whereTheCarrierIsOutOfReachTheWayToItIsMadeFirst() throws Exception {
        try (var call = new OnCall().registered().talking()) {
            var before = call.carrier.far().fragment();
            call.carrier.deafen();
            call.moveTo("wlan0 198.51.100.7");
            call.story.next(VoiceEvent.Reconnecting.class);
            call.story.next(VoiceEvent.Reconnected.class);
            newWay(call, before);
            call.bothHear();
            assertThat(call.story.all(VoiceEvent.Ended.class)).isEmpty();
        }
    }

    @Test
    void withoutANetworkTheCallWaitsForOne() throws Exception {
        try (var call = new OnCall().registered().talking()) {
            var before = call.carrier.far().fragment();
            call.moveTo();
            Soon.rest(NetworkWatch.PAUSE.multipliedBy(NetworkWatch.SETTLED + 2).toMillis());
            assertThat(call.carrier.far().fragment()).isEqualTo(before);
            call.moveTo("eth0 192.0.2.7");
            newWay(call, before);
            call.bothHear();
        }
    }

    private static void newWay(OnCall call, String before) throws InterruptedException {
        Soon.until("the way is a new one", () -> !call.carrier.far().fragment().equals(before));
    }
}
