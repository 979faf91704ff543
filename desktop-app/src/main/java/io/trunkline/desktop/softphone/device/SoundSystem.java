package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import io.trunkline.desktop.kit.work.Lane;
import java.util.function.Consumer;

/// What the media engine records from and plays to. Its methods but [#devices()] are called on the media lane, in this
/// order: [#module()], [#begin], any number of calls, [#end()]; the same again where it has become stale; [#close()].
public interface SoundSystem {
    /// Made before the factory, and never the engine's own choice: that aborts the program where there is no sound.
    AudioDeviceModuleBase module();

    /// The factory is there: the microphone for every call to come.
    AudioTrackSource begin(PeerConnectionFactory factory, Lane lane, Consumer<VoiceEvent> listener);

    /// What comes from the far side of a call; it is played without anybody's help.
    default void hear(AudioTrack far) {}

    /// The sound of a call flows now.
    void talking();

    /// No call uses the sound any more.
    void silent();

    /// Whether calls to come have sound only with another module and factory.
    default boolean isStale() {
        return false;
    }

    SoundDevices devices();

    /// The factory is gone; the module goes as well.
    void end();

    /// Nothing follows.
    default void close() {}
}
