package io.trunkline.desktop.updates;

import io.trunkline.model.desktop.ProgramVersion;
import io.trunkline.model.desktop.Release;
import java.util.Optional;

/// A program newer than this one, and where to get it.
record Newer(String version, Optional<Where> where) {
    /// What of a release is newer than `own`; empty too where `own` is no version, as while developing.
    static Optional<Newer> than(String own, String system, Release release) {
        var newest = Optional.ofNullable(release.newest()).flatMap(ProgramVersion::parse);
        var mine = ProgramVersion.parse(own);
        return newest.filter(version -> mine.isPresent() && mine.get().isBefore(version))
                .map(version -> new Newer(version.toString(), Where.of(system, release)));
    }
}
