package io.trunkline.backend.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    private static final String KEY = "database.password";

    @TempDir
    Path folder;

    @Test
    void aSecretOnTheCommandLineIsRefusedWithoutRepeatingIt() {
        var properties = new Properties();
        properties.setProperty("trunkline." + KEY, "hunter2");

        assertThatThrownBy(() -> secret(Settings.of(Map.of(), Map.of(), properties)))
                .isInstanceOf(SettingFault.class)
                .hasMessageContaining("must not stand on the command line")
                .hasMessageContaining("database.password-file")
                .hasMessageContaining("TRUNKLINE_DATABASE_PASSWORD")
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void aSecretComesFromTheFileThatIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "hunter2\n");

        assertThat(secret(Settings.of(Map.of(KEY + "-file", file.toString())))).isEqualTo("hunter2");
        assertThatThrownBy(() -> secret(Settings.of(Map.of(KEY + "-file", file.toString(), KEY, "other"))))
                .hasMessageContaining("are both given");
        assertThatThrownBy(() -> secret(Settings.of(Map.of(KEY + "-file", folder + "/absent"))))
                .hasMessageEndingWith("/absent: there is no such file");
    }

    @Test
    void aSecretComesFromTheCredentialsOfTheUnitAndThoseGoBeforeTheEnvironment() throws IOException {
        Files.writeString(folder.resolve(KEY), "of the unit");
        var environment =
                Map.of(SecretFiles.CREDENTIALS, folder.toString(), "TRUNKLINE_DATABASE_PASSWORD", "of the environment");

        assertThat(secret(Settings.of(Map.of(), environment, new Properties()))).isEqualTo("of the unit");
        Files.delete(folder.resolve(KEY));
        assertThat(secret(Settings.of(Map.of(KEY, "of the file"), environment, new Properties())))
                .isEqualTo("of the environment");
    }

    @Test
    void aFileWithSecretsThatOthersCanReadIsReported() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "hunter2");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var settings = Settings.of(Map.of(KEY + "-file", file.toString()));
        secret(settings);

        assertThat(settings.exposed()).containsExactly(file.toString());
        assertThat(settings.unknown()).isEmpty();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        var shut = Settings.of(Map.of(KEY + "-file", file.toString()));
        secret(shut);
        assertThat(shut.exposed()).isEmpty();
    }

    @Test
    void anUnknownNameInTheEnvironmentIsReportedAsItIsWritten() {
        var settings = Settings.of(
                Map.of(), Map.of("TRUNKLINE_DATABASE_PASWORD", "x", "TRUNKLINE_LOG_LEVEL", "INFO"), new Properties());
        secret(settings);

        assertThat(settings.unknown()).containsExactly("TRUNKLINE_DATABASE_PASWORD");
    }

    private static String secret(Settings settings) {
        return settings.secret(KEY, "").reveal();
    }
}
