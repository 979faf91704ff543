package io.trunkline.desktop.wallboard.widget;

/// How much a figure wants attention.
public enum Level {
    PLAIN,
    FINE,
    SOON,
    NOW
}
