package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.config.Setting;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.backend.platform.db.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CheckConfigIT {
    private static final String FUTURE = "999912312359";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @TempDir
    static Path folder;

    @Test
    void rightSettingsAreSaidToBeRight() {
        var told = Told.by(settings(), "--check-config");

        assertThat(told.out()).contains("answers; its schema is").endsWith("The settings are right.\n");
        assertThat(told.code()).isZero();
    }

    @Test
    void aDatabaseThatDoesNotAnswerEndsWithThree() {
        var settings = settings();
        settings.put("database.url", "jdbc:postgresql://127.0.0.1:1/trunkline");

        var told = Told.by(settings, "--check-config");

        assertThat(told.code()).isEqualTo(3);
        assertThat(told.out()).startsWith("PostgreSQL at jdbc:postgresql://127.0.0.1:1/trunkline refuses");
    }

    @Test
    void aSchemaOfANewerProgramIsRefusedByTheCheckAndByTheStartNamingBothVersions() {
        try (var postgres = new TestDatabase()) {
            var newest = postgres.ask("select max(version) from flyway_schema_history");
            postgres.tell("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                        execution_time, success)
                    values (999, '%s', 'tomorrow', 'SQL', 'V%1$s__tomorrow.sql', 1, 'x', 1, true)""".formatted(FUTURE));
            var settings = settings();
            settings.putAll(postgres.settings());

            var told = Told.by(settings, "--check-config");

            assertThat(told.code()).isEqualTo(3);
            assertThat(told.out()).contains("has schema " + FUTURE, "knows up to " + newest);
            assertThatThrownBy(() -> Backend.start(Settings.of(settings), Clock.systemUTC()))
                    .isInstanceOf(StartFault.class)
                    .hasMessageContaining("has schema " + FUTURE)
                    .hasMessageContaining("knows up to " + newest);
            assertThat(postgres.ask("select count(*) from flyway_schema_history where version = '" + FUTURE + "'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void theRecordsAskForWhatARunningBackendAsksFor() {
        var settings = Settings.of(settings());
        Backend.start(settings, Clock.systemUTC()).close();

        assertThat(settings.asked().stream().map(Setting::key))
                .as("a settings record that SettingsRecords does not know, or one that nobody uses")
                .containsExactlyInAnyOrderElementsOf(
                        Reference.settings().stream().map(Setting::key).collect(Collectors.toSet()));
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(POSTGRES.settings());
        settings.putAll(Map.of(
                "http.port", "0",
                "identity.token-key", Base64.getEncoder().encodeToString(new byte[32]),
                "telephony.spool", folder.resolve("spool").toString(),
                "telephony.key-file", folder.resolve("key").toString(),
                "recordings.directory", folder.resolve("recordings").toString()));
        return settings;
    }
}
