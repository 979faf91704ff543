package io.trunkline.installer.linux;

import java.nio.file.Path;
import java.time.Instant;

/// One run: from which checkout, under which version, and whether it has to be quick rather than small.
///
/// @param time of every file, so that the same sources make the same packages
public record Build(Path checkout, String version, boolean quick, Instant time) {
    Path common(String name) {
        return checkout.resolve("installer/common").resolve(name);
    }

    Path linux(String name) {
        return checkout.resolve("installer/linux").resolve(name);
    }

    Path work() {
        return checkout.resolve("installer/target");
    }

    /// Where the packages come to stand.
    public Path packages() {
        return work().resolve("packages");
    }

    /// As Debian orders versions: 0.2.0-rc1 comes before 0.2.0.
    String debianVersion() {
        return version.replace('-', '~');
    }

    Build as(String other) {
        return new Build(checkout, other, quick, time);
    }
}
