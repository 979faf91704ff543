package io.trunkline.desktop.shell;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/// The keys of the window. Features add theirs while they are wired; the overview shows all of them.
public final class Shortcuts {
    static final KeyCombination HELP = KeyCombination.valueOf("F1");

    private final ObservableList<Shortcut> all = FXCollections.observableArrayList();

    /// Adds a key until the subscription ends. A key that is taken is refused.
    public Subscription add(Shortcut shortcut) {
        if (all.stream().anyMatch(each -> each.key().equals(shortcut.key()))) {
            throw new IllegalArgumentException("Two acts for the key " + shortcut.key());
        }
        all.add(shortcut);
        return () -> all.remove(shortcut);
    }

    /// In the order they were added.
    public ObservableList<Shortcut> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /// The key of a page.
    static KeyCombination to(Place place) {
        return KeyCombination.valueOf(
                switch (place) {
                    case DESK -> "Shortcut+1";
                    case INBOX -> "Shortcut+2";
                    case CONTACTS -> "Shortcut+3";
                    case WALLBOARD -> "Shortcut+4";
                    case HISTORY -> "Shortcut+5";
                    case SETTINGS -> "Shortcut+6";
                });
    }

    /// Listens in a window. What has the focus hears a key first, so a field keeps its own.
    void listenIn(Scene scene) {
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> all.stream()
                        .filter(each -> each.key().match(event))
                        .findFirst()
                        .ifPresent(each -> {
                            event.consume();
                            each.act().run();
                        }));
    }
}
