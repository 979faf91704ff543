package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import io.trunkline.desktop.kit.work.Lane;
import io.trunkline.desktop.kit.work.Running;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Windows and macOS, where the media engine knows each device by an id of its own. A device is changed by stopping,
/// choosing, and starting again, on the media lane: while playing, the engine refuses.
final class EnginePort implements SoundPort {
    private static final Logger LOG = LoggerFactory.getLogger(EnginePort.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final AudioDeviceModuleBase module;
    private final Lane media;
    private final BooleanSupplier talking;
    private final Lane watching = new Lane("voice-sound-watch", e -> LOG.warn("Sound is not watched any more", e));
    private Running looking = Running.ENDED;
    private SoundChoice now = SoundChoice.SYSTEM;

    EnginePort(AudioDeviceModuleBase module, Lane media, BooleanSupplier talking) {
        this.module = module;
        this.media = media;
        this.talking = talking;
    }

    @Override
    public Optional<Found> look() {
        return Optional.of(new Found(names(module.getRecordingDevices()), names(module.getPlayoutDevices())));
    }

    @Override
    public void put(SoundChoice choice) {
        media.run(() -> {
            if (!choice.microphone().equals(now.microphone())) {
                record(choice.microphone());
            }
            if (!choice.speaker().equals(now.speaker())) {
                play(choice.speaker());
            }
            now = choice;
        });
    }

    private void record(String name) {
        var running = talking.getAsBoolean();
        if (running) {
            module.stopRecording();
        }
        choose(name, module.getRecordingDevices(), true, module::setRecordingDevice);
        if (running) {
            module.initRecording();
            module.startRecording();
        }
    }

    private void play(String name) {
        var running = talking.getAsBoolean();
        if (running) {
            module.stopPlayout();
        }
        choose(name, module.getPlayoutDevices(), false, module::setPlayoutDevice);
        if (running) {
            module.initPlayout();
            module.startPlayout();
        }
    }

    private static void choose(String name, List<AudioDevice> among, boolean recorded, Consumer<AudioDevice> chosen) {
        if (name.isEmpty()) {
            chosen.accept(
                    recorded
                            ? MediaDevices.getDefaultAudioCaptureDevice()
                            : MediaDevices.getDefaultAudioRenderDevice());
        } else {
            among.stream()
                    .filter(each -> each.getName().equals(name))
                    .findFirst()
                    .ifPresent(chosen);
        }
    }

    private static List<String> names(List<AudioDevice> devices) {
        return devices.stream().map(AudioDevice::getName).distinct().sorted().toList();
    }

    @Override
    public void watch(Runnable changed) {
        looking = watching.every(PAUSE, changed);
    }

    @Override
    public void close() {
        looking.cancel();
        watching.stop();
    }
}
