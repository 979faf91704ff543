package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.desktop.Samples;
import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A colleague calls this device.
@Timeout(60)
class DirectCallsTest {
    private static final AgentId ANNA = new AgentId(Samples.id(7));
    private static final DirectCallId CALL = new DirectCallId(Samples.id(8));
    private static final String PARAMS = "from=" + ANNA + "&name=Anna%20Berg&call=" + CALL;

    @Test
    void anIncomingCallSaysWhoCallsAndIsTaken() throws Exception {
        try (var call = new OnCall().registered()) {
            call.carrier.ring(PARAMS);
            assertThat(call.story.next(VoiceEvent.Incoming.class))
                    .isEqualTo(new VoiceEvent.Incoming(ANNA, "Anna Berg", CALL));
            call.device.accept();
            call.bothHear();
            call.carrier.hangUp();
            assertThat(call.story.next(VoiceEvent.Ended.class).reason()).isEqualTo(EndReason.HUNG_UP);
            assertThat(call.story.all(VoiceEvent.IncomingOver.class)).isEmpty();
        }
    }

    @Test
    void anIncomingCallIsRefused() throws Exception {
        try (var call = new OnCall().registered()) {
            call.carrier.ring(PARAMS);
            call.story.next(VoiceEvent.Incoming.class);
            call.device.reject();
            call.carrier.next("reject");
            assertThat(call.story.next(VoiceEvent.IncomingOver.class).why()).isEqualTo(EndReason.REJECTED);
        }
    }

    @Test
    void aCallThatIsTakenBackRingsNoMore() throws Exception {
        try (var call = new OnCall().registered()) {
            call.carrier.ring(PARAMS);
            call.story.next(VoiceEvent.Incoming.class);
            call.carrier.cancel();
            assertThat(call.story.next(VoiceEvent.IncomingOver.class).why()).isEqualTo(EndReason.CANCELLED);
        }
    }

    @Test
    void nothingIsTakenWhereNobodyRings() throws Exception {
        try (var call = new OnCall().registered()) {
            assertThatThrownBy(call.device::accept)
                    .isInstanceOf(VoiceFailure.class)
                    .hasMessageContaining("Nobody rings");
            assertThat(call.story.all(VoiceEvent.Connected.class)).isEmpty();
        }
    }

    @Test
    void whoAnswersACustomerRefusesTheColleagueWhoRings() throws Exception {
        try (var call = new OnCall().registered()) {
            call.carrier.ring(PARAMS);
            call.story.next(VoiceEvent.Incoming.class);
            var ringing = call.carrier.far();
            call.device.connect(OnCall.RESERVATION, false);
            call.bothHear();
            assertThat(call.story.all(VoiceEvent.IncomingOver.class)).hasSize(1);
            ringing.close();
        }
    }

    @Test
    void whoListensToTheirOwnEchoRefusesTheColleague() throws Exception {
        try (var call = new OnCall().registered();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var echo = threads.submit(call.device::preflight);
            call.carrier.next("invite");
            Soon.until("the agent hears the echo", () -> call.sound.hearing().tone(FarSide.SUNG) > OnCall.CLEAR);
            refusedDuring(call);
            call.carrier.hangUp();
            assertThat(echo.get().connected()).isPositive();
        }
    }

    @Test
    void whoTalksToACustomerRefusesTheColleagueAndGoesOnTalking() throws Exception {
        try (var call = new OnCall().registered().talking()) {
            refusedDuring(call);
            call.bothHear();
            assertThat(call.story.all(VoiceEvent.Ended.class)).isEmpty();
            call.device.hangUp();
            call.story.next(VoiceEvent.Ended.class);
            call.talking();
        }
    }

    /// The colleague's carrier is told at once, and nobody else of anything.
    private static void refusedDuring(OnCall call) throws Exception {
        var running = call.carrier.far();
        var rung = call.carrier.ringMeanwhile(PARAMS);
        assertThat(call.carrier.next("reject").payload().path("callsid").asText())
                .isEqualTo(rung);
        assertThat(call.carrier.far()).isSameAs(running);
        assertThat(call.story.all(VoiceEvent.Incoming.class)).isEmpty();
        assertThat(call.story.all(VoiceEvent.IncomingOver.class)).isEmpty();
    }
}
