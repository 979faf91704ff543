package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import io.trunkline.desktop.kit.work.Lane;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This computer's own sound; silent calls where it has none.
public final class SystemSound implements SoundSystem, SoundDevices {
    private static final Logger LOG = LoggerFactory.getLogger(SystemSound.class);

    private final boolean cleaned;
    private @Nullable AudioDeviceModuleBase module;
    private volatile SoundChoice chosen = SoundChoice.SYSTEM;
    private volatile @Nullable SoundDesk desk;
    private volatile boolean talking;

    public SystemSound() {
        this(true);
    }

    /// `cleaned` takes out echo and noise, as a voice needs it and a tone does not survive.
    SystemSound(boolean cleaned) {
        this.cleaned = cleaned;
    }

    @Override
    public AudioDeviceModuleBase module() {
        var made = made();
        module = made;
        return made;
    }

    /// The engine says with an error that there is no sound server, and with an error of linkage that it is not there
    /// itself.
    private static AudioDeviceModuleBase made() {
        try {
            return new AudioDeviceModule();
        } catch (LinkageError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.warn("This computer has no sound: calls will be silent", e);
            return new HeadlessAudioDeviceModule();
        }
    }

    @Override
    public AudioTrackSource begin(PeerConnectionFactory factory, Lane lane, Consumer<VoiceEvent> listener) {
        var live = module instanceof AudioDeviceModule;
        if (desk == null && (live || isLinux())) {
            var opened = new SoundDesk(isLinux() ? new PulsePort() : enginePort(lane), listener);
            desk = opened;
            opened.use(chosen);
            opened.open();
        }
        var now = desk;
        if (now != null) {
            now.made(live);
        }
        var options = new AudioOptions();
        options.echoCancellation = cleaned;
        options.autoGainControl = cleaned;
        options.noiseSuppression = cleaned;
        return factory.createAudioSource(options);
    }

    private EnginePort enginePort(Lane lane) {
        return new EnginePort(Objects.requireNonNull(module), lane, () -> talking);
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    @Override
    public boolean isStale() {
        var now = desk;
        return now != null && now.isStale(module instanceof AudioDeviceModule);
    }

    @Override
    public void talking() {
        talking = true;
        var now = desk;
        if (now != null) {
            now.again();
        }
    }

    @Override
    public void silent() {
        talking = false;
    }

    @Override
    public SoundDevices devices() {
        return this;
    }

    @Override
    public void end() {
        var made = module;
        module = null;
        if (made != null) {
            made.dispose();
        }
    }

    @Override
    public void close() {
        var opened = desk;
        desk = null;
        if (opened != null) {
            opened.close();
        }
    }

    @Override
    public List<String> microphones() {
        var now = desk;
        return now == null ? List.of() : now.microphones();
    }

    @Override
    public List<String> speakers() {
        var now = desk;
        return now == null ? List.of() : now.speakers();
    }

    @Override
    public void use(SoundChoice choice) {
        chosen = choice;
        var now = desk;
        if (now != null) {
            now.use(choice);
        }
    }

    @Override
    public SoundChoice inUse() {
        var now = desk;
        return now == null ? SoundChoice.SYSTEM : now.inUse();
    }

    @Override
    public SoundTest listen(DoubleConsumer level) {
        if (talking) {
            throw new VoiceFailure(0, "A microphone is tried between calls, not during one");
        }
        return there("microphone", microphones()).trials().listen(level);
    }

    @Override
    public void playTones() {
        there("speaker", speakers()).trials().playTones();
    }

    private SoundDesk there(String what, List<String> found) {
        var now = desk;
        if (now == null || found.isEmpty()) {
            throw new VoiceFailure(0, "This computer has no " + what);
        }
        return now;
    }
}
