package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.desktop.Samples;
import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import java.util.concurrent.Executors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Calls of the real SDK over the real media engine, heard at both ends.
@Timeout(60)
class WebViewVoiceDeviceTest {
    /// The low half of the digit 5.
    private static final double FIVE = 770;

    @Test
    void bothSidesOfACallHearEachOtherUntilTheAgentHangsUp() throws Exception {
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
            assertThat(call.device.engine().inUse()).isZero();
        }
    }

    @Test
    void aCallNeedsNoRegistrationBefore() throws Exception {
        try (var call = new OnCall().talking()) {
            assertThat(call.story.all(VoiceEvent.Connected.class)).hasSize(1);
        }
    }

    @Test
    void theFarSideCanHangUp() throws Exception {
        try (var call = new OnCall().talking()) {
            call.carrier.hangUp();
            assertThat(call.story.next(VoiceEvent.Ended.class).reason()).isEqualTo(EndReason.HUNG_UP);
        }
    }

    @Test
    void aCallThatTheCarrierBreaksOffSaysSo() throws Exception {
        try (var call = new OnCall().talking()) {
            call.carrier.hangUp(31005, "Error sent from gateway in HANGUP");
            assertThat(call.story.next(VoiceEvent.Ended.class).reason()).isEqualTo(EndReason.LOST);
        }
    }

    @Test
    void aRefusedCallFailsWithTheCarriersCode() throws Exception {
        try (var call = new OnCall().registered()) {
            call.carrier.manner = StandIn.Manner.REFUSES;
            assertThatThrownBy(() -> call.device.connect(OnCall.RESERVATION, false))
                    .asInstanceOf(InstanceOfAssertFactories.type(VoiceFailure.class))
                    .satisfies(why -> assertThat(why.code()).isPositive());
            call.carrier.manner = StandIn.Manner.ANSWERS;
            call.talking();
        }
    }

    @Test
    void whoeverGivesUpWaitingLeavesNothingBehind() throws Exception {
        try (var call = new OnCall().registered()) {
            call.carrier.manner = StandIn.Manner.IGNORES;
            var waiting = new Thread(() -> assertThatThrownBy(() -> call.device.connect(OnCall.RESERVATION, false))
                    .isInstanceOf(InterruptedException.class));
            waiting.start();
            call.carrier.next("invite");
            waiting.interrupt();
            waiting.join();
            call.carrier.next("hangup");
            Soon.until("everything is put away", () -> call.device.engine().inUse() == 0);
        }
    }

    @Test
    void aCallBegunAnewLeavesTheOldOne() throws Exception {
        try (var call = new OnCall().registered().talking()) {
            var old = call.carrier.far();
            call.device.connect(OnCall.RESERVATION, false);
            assertThat(call.carrier.far()).isNotSameAs(old);
            call.bothHear();
            assertThat(call.story.all(VoiceEvent.Ended.class)).isEmpty();
        }
    }

    @Test
    void digitsAreHeardByTheFarSide() throws Exception {
        try (var call = new OnCall().talking()) {
            var hearing = call.carrier.far().hearing;
            assertThat(hearing.tone(FIVE)).isLessThan(200);
            hearing.watchFor(FIVE);
            call.device.sendDigits("5");
            Soon.until("the digit is heard", () -> hearing.loudestWatched() > 400);
        }
    }

    @Test
    void aColleagueIsCalledByName() throws Exception {
        var anna = new AgentId(Samples.id(7));
        try (var call = new OnCall().registered()) {
            var named = new DirectCallId(Samples.id(8));
            call.device.call(anna, named);
            assertThat(call.carrier
                            .next("invite")
                            .payload()
                            .at("/twilio/params")
                            .asText())
                    .isEqualTo("call=" + named + "&colleague=" + anna);
        }
    }

    @Test
    void theLineIsMeasuredWhileTheCallRunsAndAfterIt() throws Exception {
        try (var call = new OnCall().talking()) {
            var line = call.story.next(VoiceEvent.Line.class);
            while (line.quality() == Quality.SILENT) {
                line = call.story.next(VoiceEvent.Line.class);
            }
            assertThat(line.quality()).isEqualTo(Quality.GOOD);
            assertThat(line.measure().mos()).isBetween(3.7, 4.6);
            Soon.until(
                    "levels are told",
                    () -> call.story.all(VoiceEvent.Levels.class).stream()
                            .anyMatch(each -> each.spoken() > 0.1 && each.heard() > 0.1));
            call.device.hangUp();
            var quality = call.story.next(VoiceEvent.Measured.class).quality();
            assertThat(quality.codec()).isEqualToIgnoringCase("opus");
            assertThat(quality.samples()).isPositive();
            assertThat(quality.from()).isBefore(quality.until());
        }
    }

    @Test
    void aCallToOneselfIsMeasuredAndEndsWithTheOwnVoice() throws Exception {
        try (var call = new OnCall().registered();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var echo = threads.submit(call.device::preflight);
            call.recorded().playedBack();
            Soon.until(
                    "the SDK, too, has measured for five seconds",
                    () -> call.story.all(VoiceEvent.Levels.class).size() > 25);
            call.carrier.hangUp();
            var outcome = echo.get();
            assertThat(outcome.heard()).isTrue();
            assertThat(outcome.connected().toMillis()).isBetween(1L, 10_000L);
            assertThat(outcome.measure().mos()).isGreaterThan(3.7);
            Soon.until("nothing is in use", () -> call.device.engine().inUse() == 0);
            assertThat(call.story.all(VoiceEvent.Connected.class)).isEmpty();
            assertThat(call.story.all(VoiceEvent.Ended.class)).isEmpty();
            assertThat(call.story.all(VoiceEvent.Measured.class))
                    .as("the line of no contact's call")
                    .isEmpty();
        }
    }

    @Test
    void aCallToOneselfIsCalledSo() throws Exception {
        try (var call = new OnCall().registered();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var echo = threads.submit(call.device::preflight);
            var invite = call.carrier.next("invite").payload();
            assertThat(invite.at("/twilio/params").asText()).isEqualTo("echo=1");
            echo.cancel(true);
            call.carrier.next("hangup");
        }
    }

    @Test
    void whatTheCarrierSaysInACallToOneselfIsNotTheOwnVoice() throws Exception {
        try (var call = new OnCall().registered();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var echo = threads.submit(call.device::preflight);
            call.recorded();
            call.carrier.hangUp();
            assertThat(echo.get().heard()).isFalse();
        }
    }

    @Test
    void aCallToOneselfThatBreaksOffHasFailed() throws Exception {
        try (var call = new OnCall().registered();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var echo = threads.submit(call.device::preflight);
            call.recorded();
            call.carrier.hangUp(31005, "Error sent from gateway in HANGUP");
            assertThatThrownBy(echo::get).hasCauseInstanceOf(VoiceFailure.class);
        }
    }

    @Test
    void aContactsCallThatIsTakenDuringACallToOneselfGoesOn() throws Exception {
        try (var call = new OnCall().registered();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var echo = threads.submit(call.device::preflight);
            call.carrier.next("invite");
            Soon.until("the agent hears the echo", () -> call.sound.hearing().tone(FarSide.SUNG) > OnCall.CLEAR);

            call.talking();
            assertThatThrownBy(echo::get).hasRootCauseMessage("Another call took its place");

            call.bothHear();
            assertThat(call.story.all(VoiceEvent.Ended.class)).isEmpty();
            call.device.hangUp();
            call.story.next(VoiceEvent.Ended.class);
        }
    }
}
