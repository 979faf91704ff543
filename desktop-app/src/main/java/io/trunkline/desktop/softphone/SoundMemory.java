package io.trunkline.desktop.softphone;

/// What is remembered on this computer of the sound devices an agent chose.
public interface SoundMemory {
    /// By the names the system shows; an empty one is the system's own choice.
    record Names(String microphone, String speaker, String ringer) {}

    Names chosen();

    void choose(Names names);

    /// The devices with which the sound was tried last and found good; empty for never.
    String tested();

    void tested(String devices);
}
