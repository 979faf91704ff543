package io.trunkline.desktop.wallboard.widget;

/// A figure as it is shown, and how much it wants attention.
public record Reading(String text, Level level) {
    static Reading plain(String text) {
        return new Reading(text, Level.PLAIN);
    }
}
