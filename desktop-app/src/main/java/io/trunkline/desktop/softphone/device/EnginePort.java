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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private final Way microphone;
    private final Way speaker;
    private final Lane watching = new Lane("voice-sound-watch", e -> LOG.warn("Sound is not watched any more", e));
    private Running looking = Running.ENDED;

    EnginePort(AudioDeviceModuleBase module, Lane media, BooleanSupplier talking) {
        this(
                module,
                media,
                talking,
                MediaDevices::getDefaultAudioCaptureDevice,
                MediaDevices::getDefaultAudioRenderDevice);
    }

    /// `microphone` and `speaker` are the system's own, which change as devices come and go; null where there is none.
    EnginePort(
            AudioDeviceModuleBase module,
            Lane media,
            BooleanSupplier talking,
            Supplier<@Nullable AudioDevice> microphone,
            Supplier<@Nullable AudioDevice> speaker) {
        this.module = module;
        this.media = media;
        this.talking = talking;
        this.microphone = new Way(microphone, module::getRecordingDevices, module::setRecordingDevice) {
            @Override
            void stop() {
                module.stopRecording();
            }

            @Override
            void start() {
                module.initRecording();
                module.startRecording();
            }
        };
        this.speaker = new Way(speaker, module::getPlayoutDevices, module::setPlayoutDevice) {
            @Override
            void stop() {
                module.stopPlayout();
            }

            @Override
            void start() {
                module.initPlayout();
                module.startPlayout();
            }
        };
    }

    @Override
    public Optional<Found> look() {
        return Optional.of(new Found(names(module.getRecordingDevices()), names(module.getPlayoutDevices())));
    }

    @Override
    public void put(SoundChoice choice) {
        media.run(() -> microphone.put(choice.microphone()));
        media.run(() -> speaker.put(choice.speaker()));
    }

    /// Sound's way in, or out. On the media lane.
    private abstract class Way {
        private final Supplier<@Nullable AudioDevice> systems;
        private final Supplier<List<AudioDevice>> there;
        private final Consumer<AudioDevice> choose;
        private @Nullable AudioDevice used;

        Way(Supplier<@Nullable AudioDevice> systems, Supplier<List<AudioDevice>> there, Consumer<AudioDevice> choose) {
            this.systems = systems;
            this.there = there;
            this.choose = choose;
        }

        abstract void stop();

        abstract void start();

        /// The system's own is another one when that of before is unplugged, of which the engine takes no notice.
        void put(String name) {
            var wanted = name.isEmpty() ? Optional.ofNullable(systems.get()) : named(name);
            if (wanted.isEmpty()) {
                used = null;
            } else if (!wanted.get().equals(used)) {
                change(wanted.get());
            }
        }

        private Optional<AudioDevice> named(String name) {
            return there.get().stream()
                    .filter(each -> each.getName().equals(name))
                    .findFirst();
        }

        /// What cannot be changed goes on as before.
        private void change(AudioDevice to) {
            if (talking.getAsBoolean()) {
                try {
                    stop();
                    choose.accept(to);
                } finally {
                    start();
                }
            } else {
                choose.accept(to);
            }
            used = to;
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
