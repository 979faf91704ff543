package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import io.trunkline.desktop.kit.work.Lane;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This computer's own sound; silent calls where it has none.
public final class SystemSound implements SoundSystem {
    private static final Logger LOG = LoggerFactory.getLogger(SystemSound.class);

    private @Nullable AudioDeviceModuleBase module;

    @Override
    public AudioDeviceModuleBase module() {
        AudioDeviceModuleBase made;
        try {
            made = new AudioDeviceModule();
        } catch (RuntimeException e) {
            LOG.warn("This computer has no sound: calls will be silent", e);
            made = new HeadlessAudioDeviceModule();
        }
        module = made;
        return made;
    }

    @Override
    public AudioTrackSource begin(PeerConnectionFactory factory, Lane lane, Consumer<VoiceEvent> listener) {
        var options = new AudioOptions();
        options.echoCancellation = true;
        options.autoGainControl = true;
        options.noiseSuppression = true;
        return factory.createAudioSource(options);
    }

    @Override
    public void talking() {}

    @Override
    public void silent() {}

    @Override
    public SoundDevices devices() {
        return NONE;
    }

    @Override
    public void end() {
        var now = module;
        module = null;
        if (now != null) {
            now.dispose();
        }
    }

    private static final SoundDevices NONE = new SoundDevices() {
        @Override
        public List<String> microphones() {
            return List.of();
        }

        @Override
        public List<String> speakers() {
            return List.of();
        }

        @Override
        public void use(SoundChoice choice) {}

        @Override
        public SoundChoice inUse() {
            return SoundChoice.SYSTEM;
        }

        @Override
        public SoundTest listen(DoubleConsumer level) {
            throw new VoiceFailure(0, "There is no microphone");
        }

        @Override
        public void playTones() {
            throw new VoiceFailure(0, "There is no speaker");
        }
    };
}
