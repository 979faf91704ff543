package io.trunkline.backend.desktops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.config.Settings;
import io.trunkline.model.desktop.Release;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopsConfigTest {
    private static final String SUM = "0f".repeat(32);

    @Test
    void saysNothingUnlessItIsTold() {
        var config = DesktopsConfig.from(Settings.of(Map.of()));

        assertThat(config.release()).isEqualTo(new Release(null, null, null, List.of()));
        assertThat(config.keepDiagnostics()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void readsEveryKey() {
        var config = DesktopsConfig.from(Settings.of(Map.of(
                "desktop.newest", "0.3.0",
                "desktop.least", "0.2",
                "desktop.page", "https://centre.example.com/get",
                "desktop.packages.windows", "https://centre.example.com/trunkline.msi",
                "desktop.sha256.windows", SUM,
                "desktop.packages.linux", "https://centre.example.com/trunkline.deb",
                "desktop.keep-diagnostics", "7d")));

        assertThat(config.release())
                .isEqualTo(new Release(
                        "0.3.0",
                        "0.2",
                        "https://centre.example.com/get",
                        List.of(
                                new Release.Download("windows", "https://centre.example.com/trunkline.msi", SUM),
                                new Release.Download("linux", "https://centre.example.com/trunkline.deb", null))));
        assertThat(config.keepDiagnostics()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void refusesWhatMakesNoSenseWithASentence() {
        refused("desktop.newest", "new");
        refused("desktop.page", "centre");
        refused("desktop.sha256.macos", "abc");
        assertThatThrownBy(() ->
                        DesktopsConfig.from(Settings.of(Map.of("desktop.newest", "0.2.0", "desktop.least", "0.3.0"))))
                .hasMessageContaining("desktop.least")
                .hasMessageContaining("at most desktop.newest");
    }

    private static void refused(String key, String value) {
        assertThatThrownBy(() -> DesktopsConfig.from(Settings.of(Map.of(key, value))))
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }
}
