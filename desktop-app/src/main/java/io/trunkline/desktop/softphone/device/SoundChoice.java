package io.trunkline.desktop.softphone.device;

/// A microphone and a speaker by name; an empty name is the system's own choice.
public record SoundChoice(String microphone, String speaker) {
    public static final SoundChoice SYSTEM = new SoundChoice("", "");
}
