package io.trunkline.desktop.bench;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.kit.work.Lane;
import io.trunkline.desktop.softphone.device.Network;
import io.trunkline.desktop.softphone.device.SoundDevices;
import io.trunkline.desktop.softphone.device.SoundSystem;
import io.trunkline.desktop.softphone.device.ToneSound;
import io.trunkline.desktop.softphone.device.VoiceDevice;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.desktop.softphone.device.WebViewVoiceDevice;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.VoiceCredentials;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Ours: the desktop's voice device, without its windows.
final class DeskPhone implements Softphone {
    private static final long PATIENCE = 40;

    private final CountDownLatch registered = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Sound sound = new Sound();
    private VoiceDevice device;

    @Override
    public String name() {
        return "desktop";
    }

    @Override
    public void register(VoiceCredentials credentials) throws InterruptedException {
        device = new WebViewVoiceDevice(() -> credentials, this::told, sound, Network.trusting(Trust.JAVA::context));
        device.register();
        if (!registered.await(PATIENCE, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The desktop's device did not sign in");
        }
    }

    @Override
    public double connect(ReservationId reservation) throws InterruptedException {
        var began = System.nanoTime();
        device.connect(reservation, false);
        return (System.nanoTime() - began) / 1e6;
    }

    @Override
    public List<Double> hear(int bursts) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        var from = sound.bursts.delays().size();
        while (sound.bursts.delays().size() < from + bursts && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        var all = sound.bursts.delays();
        return all.subList(from, Math.min(all.size(), from + bursts));
    }

    @Override
    public void hangUp() {
        device.hangUp();
    }

    @Override
    public void close() {
        device.close();
    }

    private void told(VoiceEvent event) {
        if (event instanceof VoiceEvent.Registered) {
            registered.countDown();
        } else if (event instanceof VoiceEvent.Ended) {
            ended.countDown();
        }
    }

    /// A test's sound, with an ear for bursts on the very frames that go to the loudspeaker.
    private static final class Sound implements SoundSystem {
        private final ToneSound tone = new ToneSound(1_000, Bursts::isSaid);
        private volatile Bursts bursts = new Bursts();

        @Override
        public AudioDeviceModuleBase module() {
            return tone.module();
        }

        @Override
        public AudioTrackSource begin(PeerConnectionFactory factory, Lane lane, Consumer<VoiceEvent> listener) {
            return tone.begin(factory, lane, listener);
        }

        @Override
        public void hear(AudioTrack far) {
            bursts = new Bursts();
            far.addSink((data, bits, rate, channels, frames) -> bursts.take(data, rate, channels, frames));
            tone.hear(far);
        }

        @Override
        public void talking() {
            tone.talking();
        }

        @Override
        public void silent() {
            tone.silent();
        }

        @Override
        public SoundDevices devices() {
            return tone.devices();
        }

        @Override
        public void end() {
            tone.end();
        }
    }
}
