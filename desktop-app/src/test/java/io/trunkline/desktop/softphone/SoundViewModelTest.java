package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.softphone.SoundCheckViewModel.Microphone;
import io.trunkline.desktop.softphone.SoundMemory.Names;
import io.trunkline.desktop.softphone.device.Measure;
import io.trunkline.desktop.softphone.device.Preflight;
import io.trunkline.desktop.softphone.device.SoundChoice;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.desktop.softphone.device.VoiceFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundViewModelTest {
    private final FakePhone phone = new FakePhone();
    private final Memory memory = new Memory();
    private final ManualTicker ticker = new ManualTicker(Samples.NINE);
    private final SoundViewModel model = new SoundViewModel(phone, phone, memory, new SameThreadWork());
    private final SoundCheckViewModel check =
            new SoundCheckViewModel(phone, new SameThreadWork(), ticker, sink -> sink);

    @Test
    void whatWasChosenBeforeIsUsedFromTheStart() {
        memory.names = new Names("Headset", "Built-in speakers", "Desk speaker");
        var later = new SoundViewModel(phone, phone, memory, new SameThreadWork());
        later.activate();
        assertThat(phone.inUse()).isEqualTo(new SoundChoice("Headset", "Built-in speakers"));
        assertThat(phone.asked).contains("rings on Desk speaker");
    }

    @Test
    void aChoiceIsUsedAtOnceAndKept() {
        model.activate();
        model.microphone("Headset");
        assertThat(phone.inUse()).isEqualTo(new SoundChoice("Headset", ""));
        assertThat(memory.names).isEqualTo(new Names("Headset", "", ""));
    }

    @Test
    void theListsFollowWhatIsPluggedIn() {
        model.activate();
        phone.microphones = List.of("Headset", "Camera");
        model.take(List.of(new VoiceEvent.SoundChanged()));
        assertThat(model.microphones()).containsExactly("Headset", "Camera");
    }

    @Test
    void aDeviceThatIsGoneIsNamedUntilItIsBack() {
        model.activate();
        model.microphone("Headset");
        phone.microphones = List.of("Camera");
        model.take(List.of(new VoiceEvent.FellBack("Headset"), new VoiceEvent.SoundChanged()));
        assertThat(model.missing().get()).isEqualTo("Headset");
        phone.microphones = List.of("Headset", "Camera");
        model.take(List.of(new VoiceEvent.SoundChanged()));
        assertThat(model.missing().get()).isEmpty();
    }

    @Test
    void aSpeakerThatIsGoneWhenItIsTriedIsGoneFromTheListAsWell() {
        model.activate();
        model.playTones();
        assertThat(phone.asked).contains("tones");
        phone.speakers = List.of();
        model.playTones();
        assertThat(model.speakers()).isEmpty();
    }

    /// As the real device, which finds nothing before it is ready to talk.
    @Test
    void whatIsFoundOnlyOnceTheDeviceIsReadyIsListedAndWantsToBeTested() {
        var microphones = phone.microphones;
        var speakers = phone.speakers;
        phone.microphones = List.of();
        phone.speakers = List.of();
        model.activate();
        assertThat(model.untested().get()).isFalse();
        phone.microphones = microphones;
        phone.speakers = speakers;
        model.take(List.of(new VoiceEvent.SoundChanged()));
        assertThat(model.microphones()).isEqualTo(microphones);
        assertThat(model.speakers()).isEqualTo(speakers);
        assertThat(model.untested().get()).isTrue();
    }

    @Test
    void whatIsPluggedInWhileOneWorksNeedsNoTest() {
        model.activate();
        model.passed();
        phone.microphones = List.of("Headset", "Camera");
        model.take(List.of(new VoiceEvent.SoundChanged()));
        assertThat(model.untested().get()).isFalse();
    }

    @Test
    void whatWasFoundGoodIsNotAskedForAgainUntilOtherDevicesAreThere() {
        model.activate();
        assertThat(model.untested().get()).isTrue();
        model.passed();
        assertThat(model.untested().get()).isFalse();

        var next = new SoundViewModel(phone, phone, memory, new SameThreadWork());
        next.activate();
        assertThat(next.untested().get()).isFalse();

        phone.microphones = List.of("Camera");
        var other = new SoundViewModel(phone, phone, memory, new SameThreadWork());
        other.activate();
        assertThat(other.untested().get()).isTrue();
    }

    @Test
    void aVoiceIsHeard() {
        check.listen();
        phone.speak(0.001);
        assertThat(check.microphone().get()).isEqualTo(Microphone.LISTENING);
        phone.speak(0.2);
        assertThat(check.microphone().get()).isEqualTo(Microphone.HEARD);
        assertThat(check.level().get()).isEqualTo(0.2);
        ticker.advance(Duration.ofSeconds(5));
        assertThat(check.microphone().get()).isEqualTo(Microphone.HEARD);
        check.close();
        assertThat(phone.asked).contains("microphone closed");
        assertThat(ticker.listeners()).isZero();
    }

    @Test
    void silenceIsNoticed() {
        check.listen();
        phone.speak(0);
        ticker.advance(Duration.ofSeconds(4));
        assertThat(check.microphone().get()).isEqualTo(Microphone.SILENT);
        phone.speak(0.2);
        assertThat(check.microphone().get()).isEqualTo(Microphone.HEARD);
    }

    @Test
    void aMicrophoneThatCannotBeTriedIsSaid() {
        phone.failure = new VoiceFailure(0, "In a call");
        check.listen();
        assertThat(check.microphone().get()).isEqualTo(Microphone.REFUSED);
    }

    @Test
    void aCallToOneselfIsToldInWords() {
        phone.preflight = new Preflight(
                Duration.ofMillis(820), new Measure(4.1, 0.002, 5, 60), List.of("high-rtt", "something-new"), true);
        check.callMyself();
        assertThat(LineText.of(phone.preflight))
                .containsExactly(
                        "Your voice came back. Others can hear you.",
                        "The line is good.",
                        "Connected in 0.8 s",
                        "The line is slow: you may talk over each other.",
                        "The line is not good: something-new");
        assertThat(check.shown().get()).isEqualTo(phone.preflight);
        phone.failure = new VoiceFailure(0, "No");
        check.callMyself();
        assertThat(check.problem().get()).isNotNull();
    }

    @Test
    void everyWarningHasASentence() {
        assertThat(LineText.names())
                .hasSize(9)
                .allSatisfy(name -> assertThat(LineText.warning(name))
                        .doesNotContain(name)
                        .doesNotContain("softphone.")
                        .endsWith("."));
    }

    private static final class Memory implements SoundMemory {
        private Names names = new Names("", "", "");
        private String tested = "";

        @Override
        public Names chosen() {
            return names;
        }

        @Override
        public void choose(Names now) {
            names = now;
        }

        @Override
        public String tested() {
            return tested;
        }

        @Override
        public void tested(String devices) {
            tested = devices;
        }
    }
}
