package io.trunkline.desktop.softphone.device;

import java.util.List;

/// The microphones and speakers of this computer, by the names the system shows. Any thread may call; every method
/// returns within a second, whatever the sound system does.
public interface SoundDevices {
    /// What is there now; empty where the computer has no sound. A change is told as [VoiceEvent.SoundChanged].
    List<String> microphones();

    List<String> speakers();

    /// Speaks into and listens to these from now on, in a running call as well. One that is not there, or goes
    /// later, is replaced by the system's own choice, which is told as [VoiceEvent.FellBack]; it is used again once
    /// it is back.
    void use(SoundChoice choice);

    /// What is used now; a name that is not there is empty.
    SoundChoice inUse();
}
