package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsIT {
    private static final String LOG = """
            2026-11-29T15:32:07.123Z INFO  SignIns User 01a227ef-4d5e-7581-ad35-e6a0914a6d49 signed in agent=01a227ef-4d5e-7581-ad35-e6a0914a6d49
            2026-11-29T15:32:08.001Z WARN  Calls +34911234567 hung up; 600123456 and 0034911234567 too
            2026-11-29T15:32:08.002Z WARN  Mail zenobia.quark@example.com wrote "my card is 4111" from 203.0.113.77
            2026-11-29T15:32:08.003Z INFO  Tenants Tenant quarkworks created; Zenobia Quark called Balthasar
            2026-11-29T15:32:08.004Z WARN  Pool All connections of app were busy for PT1S
            """;

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @TempDir
    static Path folder;

    @Test
    void theBundleHelpsAndHoldsNothingPersonal() throws IOException {
        plant();
        var log = Files.writeString(folder.resolve("backend.log"), LOG);
        var file = folder.resolve("bundle.zip");
        var settings = settings();
        Told told;
        try (var backend = Backend.start(Settings.of(settings), Clock.systemUTC())) {
            settings.put("http.port", String.valueOf(backend.port()));
            told = Told.by(settings, "diagnostics", file.toString(), "--log", log.toString());
        }

        assertThat(told.err()).isEmpty();
        assertThat(told.out())
                .contains("versions.txt", "settings.txt", "database.txt", "health.json", "metrics.txt", "log.txt");
        var all = text(file);
        assertThat(all)
                .contains("trunkline-backend development")
                .contains("http.port = ")
                .contains("database.role-password = (hidden)")
                .contains("schema V2026")
                .contains(" contact\n")
                .contains("\"status\":\"UP\"")
                .contains("database_connections_busy", "jvm_threads")
                .contains("User 01a227ef-4d5e-7581-ad35-e6a0914a6d49 signed in")
                .contains("All connections of app were busy for PT1S")
                .doesNotContainIgnoringCase("34911234567")
                .doesNotContain("600123456", "4111", "203.0.113.77")
                .doesNotContainIgnoringCase("zenobia")
                .doesNotContainIgnoringCase("quark")
                .doesNotContainIgnoringCase("balthasar")
                .doesNotContain("tests-trust", "a very secret key", "boss@example.com");
    }

    @Test
    void withoutADatabaseNoWordOfTheLogIsShown() throws IOException {
        var log = Files.writeString(folder.resolve("other.log"), LOG);
        var settings = settings();
        settings.put("database.url", "jdbc:postgresql://127.0.0.1:1/trunkline");

        var told = Told.by(settings, "diagnostics", "--show", "--log", log.toString());

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("cannot be read", "The backend does not answer")
                .contains("2026-11-29T15:32:07.123")
                .doesNotContainIgnoringCase("zenobia")
                .doesNotContainIgnoringCase("balthasar");
    }

    @Test
    void aLogThatCannotBeReadIsSaidInPlainWordsAlsoWithoutADatabase() {
        var settings = settings();
        settings.put("database.url", "jdbc:postgresql://127.0.0.1:1/trunkline");
        var none = folder.resolve("none.log");

        var told = Told.by(settings, "diagnostics", "--show", "--log", none.toString());

        assertThat(told.out())
                .contains("log.txt: why there is no log")
                .contains("There is no log to be read (%s cannot be read: there is no such file)".formatted(none));
    }

    @Test
    void aFolderThatIsNotThereIsSaidInWords() {
        var nowhere = folder.resolve("nowhere/bundle.zip");

        assertThat(Told.by(settings(), "diagnostics", nowhere.toString()).err())
                .contains("The file %s cannot be written: there is no such folder".formatted(nowhere));
    }

    private static void plant() {
        POSTGRES.tell(
                "insert into tenant (tenant_id, key, name) values (gen_random_uuid(), 'quarkworks', 'Quark Works')");
        POSTGRES.tell(
                "insert into app_user (tenant_id, id, email, name, password_hash) select tenant_id, gen_random_uuid(),"
                        + " 'zenobia.quark@example.com', 'Zenobia Quark', '-' from tenant");
        POSTGRES.tell("insert into contact (tenant_id, id, name, created_at, changed_at)"
                + " select tenant_id, gen_random_uuid(), 'Balthasar', now(), now() from tenant");
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(POSTGRES.settings());
        settings.putAll(Map.of(
                "http.port", "0",
                "bootstrap.email", "boss@example.com",
                "identity.token-key-file", folder.resolve("token.key").toString(),
                "telephony.spool", folder.resolve("spool").toString(),
                "telephony.key-file", folder.resolve("key").toString(),
                "recordings.directory", folder.resolve("recordings").toString()));
        return settings;
    }

    private static String text(Path file) throws IOException {
        var all = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            }
        }
        return all.toString();
    }
}
