package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioSource;
import io.trunkline.desktop.kit.work.Lane;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recording and playing outside calls, with engines of their own. On the sound's lane.
final class SoundTrials {
    private static final Logger LOG = LoggerFactory.getLogger(SoundTrials.class);
    private static final Duration TONES = Duration.ofMillis(1_200);
    private static final Duration PLAY_BACK = Duration.ofMillis(5_500);

    private final Lane lane;
    private final Supplier<SoundChoice> used;
    private final Runnable begun;

    /// `begun` is called when something records or plays that must be put on the chosen device.
    SoundTrials(Lane lane, Supplier<SoundChoice> used, Runnable begun) {
        this.lane = lane;
        this.used = used;
        this.begun = begun;
    }

    void playTones() {
        lane.run(() -> play(Pcm.tones(), TONES));
    }

    SoundTest listen(DoubleConsumer level) {
        var trial = new Trial(level);
        lane.run(trial::begin);
        return trial;
    }

    private void play(AudioSource source, Duration length) {
        guarded(() -> {
            var module = new AudioDeviceModule();
            module.setPlayoutDevice(
                    device(module.getPlayoutDevices(), used.get().speaker()));
            module.setAudioSource(source);
            module.initPlayout();
            module.startPlayout();
            begun.run();
            lane.later(
                    length,
                    () -> guarded(() -> {
                        module.stopPlayout();
                        module.dispose();
                    }));
        });
    }

    /// By its name where the engine knows names; else the first, which is the server's default.
    private static AudioDevice device(List<AudioDevice> devices, String name) {
        return devices.stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseGet(devices::getFirst);
    }

    /// The engine throws errors where others throw exceptions.
    private static void guarded(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("A microphone or speaker could not be tried", e);
        }
    }

    private final class Trial implements SoundTest {
        private final Recording recording;
        private final AtomicBoolean closed = new AtomicBoolean();
        private @Nullable AudioDeviceModule module;

        Trial(DoubleConsumer level) {
            recording = new Recording(heard -> {
                if (!closed.get()) {
                    level.accept(heard);
                }
            });
        }

        private void begin() {
            guarded(() -> {
                if (closed.get()) {
                    return;
                }
                var made = new AudioDeviceModule();
                module = made;
                made.setRecordingDevice(
                        device(made.getRecordingDevices(), used.get().microphone()));
                made.setAudioSink(recording);
                made.initRecording();
                made.startRecording();
                begun.run();
            });
        }

        @Override
        public void playBack() {
            lane.run(() -> play(recording.playBack(), PLAY_BACK));
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                lane.run(() -> guarded(this::end));
            }
        }

        private void end() {
            var made = module;
            module = null;
            if (made != null) {
                made.stopRecording();
                made.dispose();
            }
        }
    }
}
