package io.trunkline.desktop.softphone.device;

/// How well one hears the other.
public enum Quality {
    /// Nothing is known yet, or ever, as of a telephone.
    UNMEASURED,
    GOOD,
    FAIR,
    POOR,
    SILENT
}
