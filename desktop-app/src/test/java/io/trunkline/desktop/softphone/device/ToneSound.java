package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import io.trunkline.desktop.kit.work.Lane;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.model.call.VoiceCredentials;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A computer whose microphone hears one tone for ever, and whose speaker can be listened to.
public class ToneSound implements SoundSystem {
    /// The engine starts to record as it connects; it must have done so before it is stopped.
    static final Duration SETTLED = Duration.ofMillis(200);

    private final double frequency;
    private final LongPredicate sung;
    private final SilentDevice devices = new SilentDevice();
    private @Nullable HeadlessAudioDeviceModule module;
    private @Nullable Lane lane;
    private volatile @Nullable WebViewVoiceDevice device;
    private @Nullable Tone tone;
    private @Nullable AudioTrack heard;
    private Running beginning = Running.ENDED;
    private volatile Hearing hearing = new Hearing();

    public ToneSound(double frequency) {
        this(frequency, _ -> true);
    }

    /// `sung` is whether it is sung at that millisecond of the clock on the wall.
    public ToneSound(double frequency, LongPredicate sung) {
        this.frequency = frequency;
        this.sung = sung;
    }

    /// A voice device with this sound; as [VoiceDevices].
    public VoiceDevice device(Supplier<VoiceCredentials> credentials, Consumer<VoiceEvent> listener) {
        var made = new WebViewVoiceDevice(credentials, listener, this, OnCall.NETWORK);
        device = made;
        return made;
    }

    /// The way of the latest device to the carrier breaks, as a network does.
    public void cut() {
        if (device != null) {
            device.engine().cut();
        }
    }

    /// What the far side of the latest call sounds like here.
    public Hearing hearing() {
        return hearing;
    }

    @Override
    public AudioDeviceModuleBase module() {
        module = new HeadlessAudioDeviceModule();
        return module;
    }

    @Override
    public AudioTrackSource begin(PeerConnectionFactory factory, Lane of, Consumer<VoiceEvent> listener) {
        lane = of;
        var made = new Tone(frequency, sung);
        tone = made;
        return made.source();
    }

    @Override
    public void hear(AudioTrack far) {
        var fresh = new Hearing();
        far.addSink(fresh);
        heard = far;
        hearing = fresh;
    }

    @Override
    public void talking() {
        if (lane != null && module != null && tone != null) {
            beginning.cancel();
            beginning = lane.later(SETTLED, () -> {
                module.stopRecording();
                tone.begin();
            });
        }
    }

    @Override
    public void silent() {
        beginning.cancel();
        if (heard != null) {
            heard.removeSink(hearing);
            heard = null;
        }
        if (tone != null) {
            tone.pause();
        }
    }

    @Override
    public SoundDevices devices() {
        return devices;
    }

    @Override
    public void end() {
        if (tone != null) {
            tone.close();
        }
        if (module != null) {
            module.dispose();
        }
    }
}
