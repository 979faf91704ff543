package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.desktop.Samples;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.CallParty;
import io.trunkline.model.call.CallState;
import io.trunkline.model.interaction.ParticipantRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class DialledVoiceDeviceTest {
    private static final ReservationId RESERVATION = new ReservationId(Samples.id(101));

    private final List<VoiceEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private DialledVoiceDevice device = new DialledVoiceDevice(_ -> answer(), events::add);

    @Test
    void theLineIsRungAndPickedUp() throws InterruptedException {
        device.told(call(false, false));
        device.connect(RESERVATION, false);
        assertThat(asked).containsExactly("ring");
        assertThat(events)
                .containsExactly(new VoiceEvent.Ringing(), new VoiceEvent.Connected(), new VoiceEvent.Muted(false));
    }

    @Test
    void aLineThatIsBusyIsNotWaitedFor() {
        device = new DialledVoiceDevice(
                _ -> {
                    device.told(call(false, false));
                    device.told(without());
                },
                events::add);
        assertThatThrownBy(() -> device.connect(RESERVATION, false))
                .isInstanceOf(VoiceFailure.class)
                .hasMessageContaining("busy");
    }

    @Test
    void aLineThatIsStillUpIsNotRungAgain() throws InterruptedException {
        device.told(call(true, true));
        events.clear();
        device.connect(RESERVATION, true);
        assertThat(asked).isEmpty();
        assertThat(events).containsExactly(new VoiceEvent.Connected(), new VoiceEvent.Muted(true));
    }

    @Test
    void muteIsWhatTheBackendTells() throws InterruptedException {
        device.connect(RESERVATION, false);
        events.clear();
        device.mute(true);
        assertThat(events).isEmpty();
        device.told(call(true, true));
        assertThat(events).containsExactly(new VoiceEvent.Muted(true));
    }

    @Test
    void ofACallThatIsTalkedByComputerItTellsNothing() {
        device.told(call(true, true));
        device.told(call(true, false));
        device.told(call(false, false));
        assertThat(events).isEmpty();
    }

    @Test
    void aLineThatIsPickedUpIsAsSilentAsTheBackendMadeIt() throws InterruptedException {
        device.told(call(true, true));
        device.connect(RESERVATION, false);
        assertThat(events).containsExactly(new VoiceEvent.Connected(), new VoiceEvent.Muted(true));
        device.told(call(true, false));
        assertThat(events).endsWith(new VoiceEvent.Muted(false));
    }

    @Test
    void aTelephoneThatIsPutDownEndsTheLegAndTheEndOfTheCallIsNoSuchThing() throws InterruptedException {
        device.connect(RESERVATION, false);
        events.clear();
        device.told(call(false, false));
        assertThat(events).singleElement().isInstanceOf(VoiceEvent.Ended.class);

        device = new DialledVoiceDevice(_ -> answer(), events::add);
        device.connect(RESERVATION, false);
        events.clear();
        device.told(null);
        assertThat(events).isEmpty();
    }

    private void answer() {
        asked.add("ring");
        device.told(call(true, false));
    }

    private static CallState without() {
        return new CallState(new InteractionId(Samples.id(201)), true, false, false, true, false, List.of());
    }

    private static CallState call(boolean pickedUp, boolean muted) {
        return new CallState(
                new InteractionId(Samples.id(201)),
                true,
                false,
                muted,
                true,
                false,
                List.of(new CallParty(ParticipantRole.AGENT, "Ben Okafor", muted, false, pickedUp)));
    }
}
