package io.trunkline.backend.identity;

import io.trunkline.backend.platform.config.Secret;
import io.trunkline.backend.platform.config.Setting;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/// The first tenant and its first administrator, made when there is no tenant at all. The password comes from a file or
/// from the environment.
public record BootstrapConfig(
        Optional<String> tenant,
        String name,
        ZoneId zone,
        String country,
        String email,
        String person,
        Secret password,
        Optional<Path> passwordFile) {

    public static BootstrapConfig from(Settings settings) {
        var tenant = settings.optional("bootstrap.tenant");
        return new BootstrapConfig(
                tenant,
                settings.text("bootstrap.name", tenant.orElse(""), "as bootstrap.tenant"),
                settings.parsed(
                        "bootstrap.time-zone",
                        Setting.Kind.TEXT,
                        "UTC",
                        "a time zone such as Europe/Madrid",
                        ZoneId::of),
                settings.text("bootstrap.country", "US"),
                settings.text("bootstrap.email", ""),
                settings.text("bootstrap.person", "Administrator"),
                settings.secretBesideItsFile("bootstrap.password"),
                settings.path("bootstrap.password-file"));
    }

    /// The password, read when it is needed and not kept.
    String secret() {
        if (passwordFile.isEmpty()) {
            return password.reveal();
        }
        try {
            return Files.readString(passwordFile.get()).strip();
        } catch (IOException e) {
            throw new SettingFault("The first administrator's password cannot be read from %s: %s"
                    .formatted(passwordFile.get(), e.getMessage()));
        }
    }
}
