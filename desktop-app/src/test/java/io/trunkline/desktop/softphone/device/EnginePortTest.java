package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import io.trunkline.desktop.kit.work.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Devices are changed in a call as Windows and macOS want it.
@Timeout(20)
class EnginePortTest {
    private static final AudioDevice BUILT_IN = device("Built-in");
    private static final AudioDevice HEADSET = device("Headset");

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Lane media = new Lane("test-media", failures::add);
    private final Plugs plugs = new Plugs();
    private volatile boolean talking = true;
    private final EnginePort port =
            new EnginePort(plugs, media, () -> talking, () -> plugs.systems, () -> plugs.systems);

    @AfterEach
    void close() {
        port.close();
        media.close();
    }

    @Test
    void theSystemsOwnDeviceThatIsUnpluggedInACallIsReplacedByTheSystemsNextOne() throws Exception {
        plugs.become(HEADSET, HEADSET, BUILT_IN);
        put(SoundChoice.SYSTEM);
        plugs.forget();
        plugs.become(BUILT_IN, BUILT_IN);
        put(SoundChoice.SYSTEM);
        assertThat(plugs.done)
                .containsExactly(
                        "stop recording",
                        "record Built-in",
                        "start recording",
                        "stop playing",
                        "play Built-in",
                        "start playing");
    }

    @Test
    void aDeviceThatIsInUseIsNotChosenAgain() throws Exception {
        plugs.become(HEADSET, HEADSET, BUILT_IN);
        put(SoundChoice.SYSTEM);
        plugs.forget();
        put(SoundChoice.SYSTEM);
        put(new SoundChoice("Headset", "Headset"));
        assertThat(plugs.done).isEmpty();
    }

    @Test
    void theOnlyDeviceIsChosenAgainOnceItIsPluggedInAgain() throws Exception {
        plugs.become(HEADSET, HEADSET);
        put(SoundChoice.SYSTEM);
        plugs.become(null);
        put(SoundChoice.SYSTEM);
        plugs.forget();
        plugs.become(HEADSET, HEADSET);
        put(SoundChoice.SYSTEM);
        assertThat(plugs.done).contains("record Headset", "play Headset");
    }

    @Test
    void aChangeThatFailsLeavesTheSoundOfBeforeAndIsTriedAgain() throws Exception {
        plugs.become(BUILT_IN, HEADSET, BUILT_IN);
        put(SoundChoice.SYSTEM);
        plugs.forget();
        plugs.refuses = true;
        put(new SoundChoice("Headset", "Headset"));
        assertThat(plugs.done).containsExactly("stop recording", "start recording", "stop playing", "start playing");
        assertThat(failures).hasSize(2);

        plugs.refuses = false;
        put(new SoundChoice("Headset", "Headset"));
        assertThat(plugs.done).contains("record Headset", "play Headset");
    }

    @Test
    void betweenCallsADeviceIsOnlyChosen() throws Exception {
        talking = false;
        plugs.become(BUILT_IN, HEADSET, BUILT_IN);
        put(new SoundChoice("Headset", "Built-in"));
        assertThat(plugs.done).containsExactly("record Headset", "play Built-in");
    }

    private void put(SoundChoice choice) throws InterruptedException {
        port.put(choice);
        var done = new CountDownLatch(1);
        media.run(done::countDown);
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static AudioDevice device(String name) {
        return new AudioDevice(name, "id of " + name) {};
    }

    /// A media engine whose devices a test plugs in and out, and which writes down what it is told.
    private static final class Plugs extends AudioDeviceModuleBase {
        private final List<String> done = new CopyOnWriteArrayList<>();
        private volatile List<AudioDevice> there = List.of();
        private volatile @Nullable AudioDevice systems;
        private volatile boolean refuses;

        void become(@Nullable AudioDevice own, AudioDevice... these) {
            systems = own;
            there = List.of(these);
        }

        void forget() {
            done.clear();
        }

        @Override
        public List<AudioDevice> getRecordingDevices() {
            return new ArrayList<>(there);
        }

        @Override
        public List<AudioDevice> getPlayoutDevices() {
            return new ArrayList<>(there);
        }

        @Override
        public void setRecordingDevice(AudioDevice device) {
            choose("record ", device);
        }

        @Override
        public void setPlayoutDevice(AudioDevice device) {
            choose("play ", device);
        }

        private void choose(String how, AudioDevice device) {
            if (refuses) {
                throw new IllegalStateException("Set device failed");
            }
            done.add(how + device.getName());
        }

        @Override
        public void stopRecording() {
            done.add("stop recording");
        }

        @Override
        public void initRecording() {}

        @Override
        public void startRecording() {
            done.add("start recording");
        }

        @Override
        public void stopPlayout() {
            done.add("stop playing");
        }

        @Override
        public void initPlayout() {}

        @Override
        public void startPlayout() {
            done.add("start playing");
        }
    }
}
