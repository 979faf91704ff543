package io.trunkline.desktop.softphone.device;

/// A microphone that is being tried.
public interface SoundTest extends AutoCloseable {
    /// Plays what was recorded in the last five seconds on the speaker in use; returns at once.
    void playBack();

    /// Stops recording; what was recorded is forgotten.
    @Override
    void close();
}
