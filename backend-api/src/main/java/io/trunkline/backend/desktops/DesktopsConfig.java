package io.trunkline.backend.desktops;

import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.model.desktop.ProgramVersion;
import io.trunkline.model.desktop.Release;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Which desktop program people should have, and how long their diagnostics bundles are kept. Where nothing is said,
/// nobody is told of a newer version and nobody is too old.
public record DesktopsConfig(
        Optional<ProgramVersion> newest,
        Optional<ProgramVersion> least,
        Optional<URI> page,
        List<Release.Download> packages,
        Duration keepDiagnostics) {
    static final List<String> SYSTEMS = List.of("windows", "macos", "linux");

    public static DesktopsConfig from(Settings settings) {
        var newest = version(settings, "desktop.newest");
        var least = version(settings, "desktop.least");
        if (least.isPresent() && newest.isPresent() && newest.get().isBefore(least.get())) {
            throw SettingFault.wrong("desktop.least", least.get().toString(), "at most desktop.newest");
        }
        return new DesktopsConfig(
                newest,
                least,
                settings.uri("desktop.page"),
                SYSTEMS.stream()
                        .flatMap(system -> download(settings, system).stream())
                        .toList(),
                settings.duration(
                        "desktop.keep-diagnostics", Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(365)));
    }

    Release release() {
        return new Release(
                newest.map(ProgramVersion::toString).orElse(null),
                least.map(ProgramVersion::toString).orElse(null),
                page.map(URI::toString).orElse(null),
                packages);
    }

    private static Optional<Release.Download> download(Settings settings, String system) {
        var sum = settings.optional("desktop.sha256." + system);
        sum.filter(text -> !text.matches("[0-9a-fA-F]{64}")).ifPresent(text -> {
            throw SettingFault.wrong("desktop.sha256." + system, text, "64 hexadecimal digits");
        });
        return settings.uri("desktop.packages." + system)
                .map(address -> new Release.Download(system, address.toString(), sum.orElse(null)));
    }

    private static Optional<ProgramVersion> version(Settings settings, String key) {
        return settings.optional(key)
                .map(text -> ProgramVersion.parse(text)
                        .orElseThrow(() -> SettingFault.wrong(key, text, "a version such as 0.2.0")));
    }
}
