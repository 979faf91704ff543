package io.trunkline.desktop.shell;

import java.util.function.Supplier;
import javafx.scene.Node;

/// A piece of a page that a feature draws: its view, asked for anew when the language changes, and what tells its
/// view model that it is seen and no longer seen.
public record Part(Supplier<? extends Node> view, Runnable activate, Runnable deactivate) {
    /// A part that needs no telling.
    public static Part of(Supplier<? extends Node> view) {
        return new Part(view, () -> {}, () -> {});
    }
}
