package io.trunkline.desktop.settings;

/// Sound devices by the names the system shows; an empty one is the system's own choice. `tested` tells with which
/// devices the sound was tried last and found good.
public record SoundNames(String microphone, String speaker, String ringer, String tested) {
    public static final SoundNames SYSTEM = new SoundNames("", "", "", "");
}
