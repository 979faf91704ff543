package io.trunkline.desktop.settings;

import io.trunkline.desktop.shell.Page;
import io.trunkline.desktop.shell.Place;
import java.util.function.Consumer;

/// Wires the settings page.
public final class SettingsFeature {
    private final SettingsViewModel model;
    private final About about;
    private final Consumer<Runnable> trySound;
    private final Runnable signOut;

    /// `trySound` rings once and calls back where nothing can be heard, so that nobody finds out by a missed call.
    public SettingsFeature(SettingsViewModel model, About about, Consumer<Runnable> trySound, Runnable signOut) {
        this.model = model;
        this.about = about;
        this.trySound = trySound;
        this.signOut = signOut;
    }

    public Page page() {
        return Page.of(Place.SETTINGS, () -> new SettingsView(model, about, trySound, signOut));
    }
}
