package io.trunkline.desktop.softphone.device;

import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.ReservationId;
import java.util.List;
import java.util.function.DoubleConsumer;

/// A voice device that does whatever it is told, without a sound.
public class SilentDevice implements VoiceDevice, SoundDevices {
    private SoundChoice choice = SoundChoice.SYSTEM;

    @Override
    public void register() {}

    @Override
    public void connect(ReservationId reservation, boolean muted) {}

    @Override
    public void call(AgentId colleague, DirectCallId call) {}

    @Override
    public void accept() {}

    @Override
    public void reject() {}

    @Override
    public Preflight preflight() {
        throw new VoiceFailure(0, "There is nothing to measure");
    }

    @Override
    public void mute(boolean on) {}

    @Override
    public void sendDigits(String digits) {}

    @Override
    public void hangUp() {}

    @Override
    public SoundDevices sound() {
        return this;
    }

    @Override
    public List<String> microphones() {
        return List.of("Headset", "Built-in microphone");
    }

    @Override
    public List<String> speakers() {
        return List.of("Headset", "Built-in speakers");
    }

    @Override
    public void use(SoundChoice wanted) {
        choice = wanted;
    }

    @Override
    public SoundChoice inUse() {
        return choice;
    }

    /// As loud as speech, once.
    @Override
    public SoundTest listen(DoubleConsumer level) {
        level.accept(0.5);
        return new SoundTest() {
            @Override
            public void playBack() {}

            @Override
            public void close() {}
        };
    }

    @Override
    public void playTones() {}

    @Override
    public void close() {}
}
