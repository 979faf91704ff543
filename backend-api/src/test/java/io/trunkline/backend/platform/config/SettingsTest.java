package io.trunkline.backend.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {
    enum Colour {
        RED,
        DARK_BLUE
    }

    @Test
    void thePropertyGoesBeforeTheEnvironmentAndThatBeforeTheFile() {
        var file = Map.of("http.port", "1");
        var environment = Map.of("TRUNKLINE_HTTP_PORT", "2");
        var properties = new Properties();

        assertThat(port(Settings.of(file, Map.of(), properties))).isEqualTo(1);
        assertThat(port(Settings.of(file, environment, properties))).isEqualTo(2);
        properties.setProperty("trunkline.http.port", "3");
        assertThat(port(Settings.of(file, environment, properties))).isEqualTo(3);
    }

    @Test
    void aWrongValueIsASentenceWithKeyValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> port(Settings.of(Map.of("http.port", "many"))))
                .isInstanceOf(SettingFault.class)
                .hasMessage(
                        "Setting http.port (environment TRUNKLINE_HTTP_PORT) is 'many'; allowed is a whole number from 0 to 65535.");
        assertThatThrownBy(() -> port(Settings.of(Map.of("http.port", "70000"))))
                .hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> Settings.of(Map.of("a", "perhaps")).flag("a", true))
                .hasMessageContaining("true or false");
        assertThatThrownBy(() -> Settings.of(Map.of("a", "green")).choice("a", Colour.RED))
                .hasMessageContaining("DARK_BLUE");
        assertThatThrownBy(() -> Settings.of(Map.of("a", "here")).uri("a", URI.create("http://x")))
                .hasMessageContaining("https://");
        assertThatThrownBy(() -> DatabaseConfig.from(Settings.of(Map.of("database.url", "mysql://x"))))
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void lengthsOfTimeAreWrittenAsPeopleWriteThem() {
        for (var each : Map.of(
                        "250ms",
                        Duration.ofMillis(250),
                        "30s",
                        Duration.ofSeconds(30),
                        "8h",
                        Duration.ofHours(8),
                        "PT5M",
                        Duration.ofMinutes(5))
                .entrySet()) {
            assertThat(Settings.of(Map.of("a", each.getKey()))
                            .duration("a", Duration.ZERO, Duration.ZERO, Duration.ofDays(1)))
                    .isEqualTo(each.getValue());
        }
        assertThatThrownBy(() ->
                        Settings.of(Map.of("a", "2d")).duration("a", Duration.ZERO, Duration.ZERO, Duration.ofDays(1)))
                .isInstanceOf(SettingFault.class);
        assertThatThrownBy(() -> Settings.of(Map.of("a", "soon"))
                        .duration("a", Duration.ZERO, Duration.ZERO, Duration.ofDays(1)))
                .hasMessageContaining("250ms");
    }

    @Test
    void blankIsUnset() {
        assertThat(Settings.of(Map.of("a", "  ")).optional("a")).isEmpty();
        assertThat(Settings.of(Map.of("a", " x, ,y ")).list("a", List.of())).containsExactly("x", "y");
        assertThat(Settings.of(Map.of("a", "dark-blue")).choice("a", Colour.RED))
                .isEqualTo(Colour.DARK_BLUE);
    }

    @Test
    void aKeyThatNobodyAskedForIsReported() {
        var settings = Settings.of(Map.of("http.port", "1", "http.prot", "2"));
        port(settings);

        assertThat(settings.unknown()).containsExactly("http.prot");
    }

    @Test
    void secretsAreNeverPrinted() {
        var config = DatabaseConfig.from(
                Settings.of(Map.of("database.password", "hunter2", "database.role-password", "hunter3")));

        assertThat(config.toString()).contains("(hidden)").doesNotContain("hunter");
        assertThat(config.password().reveal()).isEqualTo("hunter2");
    }

    @Test
    void theDefaultsAreThese() {
        var none = Settings.of(Map.of());

        assertThat(HttpConfig.from(none))
                .isEqualTo(new HttpConfig(
                        "127.0.0.1",
                        8080,
                        URI.create("http://127.0.0.1:8080"),
                        1_048_576,
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(5),
                        20_000,
                        TrustedProxies.NONE,
                        new TlsConfig(Optional.empty(), Duration.ofMinutes(1))));
        assertThat(DatabaseConfig.from(none))
                .isEqualTo(new DatabaseConfig(
                        Optional.empty(),
                        "postgres",
                        new Secret(""),
                        new Secret(""),
                        Path.of("data/postgres"),
                        54329,
                        16,
                        4,
                        Duration.ofSeconds(1)));
        assertThat(none.unknown()).isEmpty();
    }

    private static int port(Settings settings) {
        return settings.whole("http.port", 8080, 0, 65535);
    }
}
