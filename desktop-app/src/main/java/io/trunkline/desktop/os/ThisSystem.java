package io.trunkline.desktop.os;

/// What must be said differently on one system.
public final class ThisSystem {
    private ThisSystem() {}

    /// A program there hears silence, with no word of it, until somebody allows it the microphone.
    public static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }
}
