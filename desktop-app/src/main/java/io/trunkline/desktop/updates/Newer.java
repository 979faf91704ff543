package io.trunkline.desktop.updates;

import io.trunkline.model.desktop.ProgramVersion;
import io.trunkline.model.desktop.Release;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/// A program newer than this one, and where to get it.
record Newer(String version, Optional<URI> where) {
    /// What of a release is newer than `own`; empty too where `own` is no version, as while developing.
    static Optional<Newer> than(String own, String system, Release release) {
        var newest = Optional.ofNullable(release.newest()).flatMap(ProgramVersion::parse);
        var mine = ProgramVersion.parse(own);
        return newest.filter(version -> mine.isPresent() && mine.get().isBefore(version))
                .map(version -> new Newer(version.toString(), where(system, release)));
    }

    /// The page that people read, else this system's package itself.
    static Optional<URI> where(String system, Release release) {
        var packages = release.packages().stream()
                .filter(each -> each.system().equals(system))
                .map(Release.Download::address);
        return Stream.concat(Optional.ofNullable(release.page()).stream(), packages)
                .flatMap(address -> web(address).stream())
                .findFirst();
    }

    /// Only what a browser may be sent to.
    private static Optional<URI> web(String address) {
        try {
            var uri = URI.create(address);
            return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
