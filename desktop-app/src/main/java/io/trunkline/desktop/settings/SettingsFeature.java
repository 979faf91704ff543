package io.trunkline.desktop.settings;

import io.trunkline.desktop.shell.Page;
import io.trunkline.desktop.shell.Place;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// Wires the settings page.
public final class SettingsFeature {
    private final SettingsViewModel model;
    private final About about;
    private final Consumer<Runnable> trySound;
    private final Runnable signOut;
    private final List<Section> sections;

    /// A part of the page that another feature owns.
    public record Section(String titleKey, Supplier<Node> content) {}

    /// `trySound` rings once and calls back where nothing can be heard, so that nobody finds out by a missed call.
    public SettingsFeature(
            SettingsViewModel model,
            About about,
            Consumer<Runnable> trySound,
            Runnable signOut,
            List<Section> sections) {
        this.model = model;
        this.about = about;
        this.trySound = trySound;
        this.signOut = signOut;
        this.sections = List.copyOf(sections);
    }

    public Page page() {
        return Page.of(Place.SETTINGS, () -> new SettingsView(model, about, trySound, signOut, sections));
    }
}
