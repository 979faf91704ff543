package io.trunkline.desktop.updates;

import io.trunkline.model.desktop.Release;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a program is to be had; `sha256` is the package's that is there, for people to compare.
record Where(URI address, Optional<String> sha256) {
    /// This system's package, else the page for people to read.
    static Optional<Where> of(String system, Release release) {
        var packages = release.packages().stream()
                .filter(each -> each.system().equals(system))
                .flatMap(each -> at(each.address(), Optional.ofNullable(each.sha256())).stream());
        var page = Optional.ofNullable(release.page()).flatMap(address -> at(address, Optional.empty())).stream();
        return Stream.concat(packages, page).findFirst();
    }

    /// In groups, which are easier to compare and may stand in several lines.
    Optional<String> sum() {
        return sha256.map(all -> all.replaceAll("(.{8})(?=.)", "$1 "));
    }

    /// Only what a browser may be sent to.
    private static Optional<Where> at(String address, Optional<String> sha256) {
        try {
            var uri = URI.create(address);
            return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme())
                    ? Optional.of(new Where(uri, sha256))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
