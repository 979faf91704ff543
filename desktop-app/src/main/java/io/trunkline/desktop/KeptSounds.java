package io.trunkline.desktop;

import io.trunkline.desktop.settings.SettingsViewModel;
import io.trunkline.desktop.settings.SoundNames;
import io.trunkline.desktop.softphone.SoundMemory;

/// Remembers the sound devices among the settings of this computer.
record KeptSounds(SettingsViewModel settings) implements SoundMemory {
    @Override
    public Names chosen() {
        var kept = settings.now().get().sound();
        return new Names(kept.microphone(), kept.speaker(), kept.ringer());
    }

    @Override
    public void choose(Names names) {
        settings.change(before -> before.with(new SoundNames(
                names.microphone(),
                names.speaker(),
                names.ringer(),
                before.sound().tested())));
    }

    @Override
    public String tested() {
        return settings.now().get().sound().tested();
    }

    @Override
    public void tested(String devices) {
        var names = chosen();
        settings.change(
                before -> before.with(new SoundNames(names.microphone(), names.speaker(), names.ringer(), devices)));
    }
}
