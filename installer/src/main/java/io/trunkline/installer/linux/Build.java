package io.trunkline.installer.linux;

import java.nio.file.Path;
import java.time.Instant;

/// One run: from which checkout, under which version, and whether it has to be quick rather than small.
///
/// @param time of every file, so that the same sources make the same packages
/// @param packages where they come to stand
public record Build(Path checkout, String version, boolean quick, Instant time, Path packages) {
    Path common(String name) {
        return checkout.resolve("installer/common").resolve(name);
    }

    Path linux(String name) {
        return checkout.resolve("installer/linux").resolve(name);
    }

    Path work() {
        return checkout.resolve("installer/target");
    }

    /// As Debian orders versions: 0.2.0-rc1 comes before 0.2.0.
    String debianVersion() {
        return version.replace('-', '~');
    }

    /// The same programs under another version, elsewhere.
    Build as(String other, Path folder) {
        return new Build(checkout, other, quick, time, folder);
    }
}
