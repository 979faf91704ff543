package io.trunkline.desktop.backend;

import java.util.Locale;

/// What this program calls itself towards a backend.
public final class ThisProgram {
    private ThisProgram() {}

    /// As the packaged program says it; "development" where it runs from the build.
    public static String version() {
        var version = ThisProgram.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// `windows`, `macos` or `linux`, as a backend names its packages.
    public static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "macos" : "linux";
    }

    /// `Trunkline/0.1.0 (linux)`: a backend refuses what is too old.
    public static String userAgent() {
        return "Trunkline/%s (%s)".formatted(version(), system());
    }
}
