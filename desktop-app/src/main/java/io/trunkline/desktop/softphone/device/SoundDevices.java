package io.trunkline.desktop.softphone.device;

import java.util.List;
import java.util.function.DoubleConsumer;

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

    /// Records the microphone in use until the test is closed, and tells how loud it is, 0 to 1, about ten times a
    /// second from a thread of its own; 0 all the time is a microphone that delivers nothing. Refused with
    /// [VoiceFailure] during a call, whose levels are told as [VoiceEvent.Levels], and where there is
    /// no microphone.
    SoundTest listen(DoubleConsumer level);

    /// Plays two short tones on the speaker in use; returns at once. Refused with [VoiceFailure] where there is no
    /// speaker.
    void playTones();
}
