package io.trunkline.desktop.kit.theme;

/// Light or dark.
public enum Shade {
    LIGHT,
    DARK
}
