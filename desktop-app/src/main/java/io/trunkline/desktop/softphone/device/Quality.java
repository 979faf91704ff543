package io.trunkline.desktop.softphone.device;

/// How well one hears the other.
public enum Quality {
    GOOD,
    FAIR,
    POOR,
    SILENT
}
