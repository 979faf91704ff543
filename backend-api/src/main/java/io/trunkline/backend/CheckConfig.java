package io.trunkline.backend;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.Setting;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.HttpServer;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at everything that would stop a start, and says all of it at once. Starts and changes nothing.
final class CheckConfig {
    /// Files that nobody makes.
    private static final List<String> MUST_EXIST =
            List.of("bootstrap.password-file", "http.tls.certificate", "http.tls.key");

    private final Commands commands;
    private final PrintWriter out;
    private final Set<String> wrong = new LinkedHashSet<>();

    CheckConfig(Commands commands, PrintWriter out) {
        this.commands = commands;
        this.out = out;
    }

    int run() {
        var settings = commands.settings(this::wrong);
        SettingsRecords.read(settings, this::wrong);
        settings.unknown().forEach(key -> wrong.add("Nobody knows the setting %s; is it misspelt?".formatted(key)));
        files(settings);
        if (wrong.isEmpty()) {
            HttpServer.wrong(HttpConfig.from(settings).tls()).ifPresent(wrong::add);
        }
        wrong.forEach(out::println);
        settings.exposed()
                .forEach(file -> out.println(
                        "Everybody on this machine can read the secrets in %1$s; chmod o= %1$s".formatted(file)));
        if (!wrong.isEmpty()) {
            out.println(wrong.size() == 1 ? "1 setting is wrong." : wrong.size() + " settings are wrong.");
            return Commands.WRONG;
        }
        return database(settings);
    }

    private void wrong(SettingFault fault) {
        wrong.add(fault.getMessage());
    }

    /// What is there has to be readable; what will be made needs a folder to be made in.
    private void files(Settings settings) {
        for (var each : settings.asked()) {
            if (each.kind() == Setting.Kind.FILE) {
                settings.path(each.key()).or(() -> written(each)).ifPresent(file -> file(each.key(), file));
            }
        }
    }

    private static Optional<Path> written(Setting setting) {
        return Optional.of(setting.fallback()).filter(text -> !text.isEmpty()).map(Path::of);
    }

    private void file(String key, Path file) {
        var nearest = file.toAbsolutePath().normalize();
        if (Files.exists(nearest)) {
            if (!Files.isReadable(nearest) || (Files.isDirectory(nearest) && !Files.isWritable(nearest))) {
                wrong.add("Setting %s names %s, which this user may not use.".formatted(key, file));
            }
            return;
        }
        if (MUST_EXIST.contains(key)) {
            wrong.add("Setting %s names %s, and there is no such file.".formatted(key, file));
            return;
        }
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (nearest == null || !Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            wrong.add("Setting %s names %s, which this user cannot make.".formatted(key, file));
        }
    }

    private int database(Settings settings) {
        try {
            out.println(Database.look(DatabaseConfig.from(settings)));
            out.println("The settings are right.");
            return Commands.DONE;
        } catch (StartFault fault) {
            out.println(fault.getMessage());
            return Commands.CANNOT_START;
        }
    }
}
