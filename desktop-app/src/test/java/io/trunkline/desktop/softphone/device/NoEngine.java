package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import io.trunkline.desktop.kit.work.Lane;
import java.util.function.Consumer;

/// A computer on which the media engine does not load.
class NoEngine implements SoundSystem {
    @Override
    public AudioDeviceModuleBase module() {
        throw new UnsatisfiedLinkError("libwebrtc-java.so: libpulse.so.0: cannot open shared object file");
    }

    @Override
    public AudioTrackSource begin(PeerConnectionFactory factory, Lane lane, Consumer<VoiceEvent> listener) {
        throw new AssertionError("There is no engine");
    }

    @Override
    public void talking() {}

    @Override
    public void silent() {}

    @Override
    public SoundDevices devices() {
        return new SilentDevice();
    }

    @Override
    public void end() {}
}
