package io.trunkline.backend;

import io.trunkline.backend.diagnostics.Bundle;
import io.trunkline.backend.diagnostics.CountsStore;
import io.trunkline.backend.diagnostics.Mask;
import io.trunkline.backend.platform.FileTrouble;
import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.Setting;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.backend.platform.db.PersonalWords;
import io.trunkline.backend.platform.db.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Gathers what somebody who helps from afar needs, without anything personal, and lists it before it is written.
@Command(
        name = "diagnostics",
        description = {
            "gathers versions, settings without secrets, schema, health, metrics, counts and the last lines of the"
                    + " log;",
            "numbers, addresses, names and texts are blotted out; lists what it has before it writes"
        })
final class DiagnosticsCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Commands commands;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "where to write it, as ZIP; without it, it is listed")
    @Nullable
    Path file;

    @Option(names = "--show", description = "prints all of it instead of writing it")
    boolean show;

    @Option(names = "--log", description = "the log, when it is not in the journal of trunkline-backend.service")
    @Nullable
    Path log;

    @Override
    public Integer call() {
        var faults = new ArrayList<String>();
        var settings = Optional.ofNullable(commands)
                .orElseThrow()
                .settings(fault -> faults.add(String.valueOf(fault.getMessage())));
        SettingsRecords.read(settings, fault -> faults.add(String.valueOf(fault.getMessage())));
        try (var database = new Reached(settings)) {
            var bundle = gather(settings, String.join("\n", faults), database);
            tell(bundle);
        }
        return Commands.DONE;
    }

    private Bundle gather(Settings settings, String faults, Reached database) {
        var bundle = new Bundle(new Mask(database::names));
        bundle.add("versions.txt", "program, Java, system", versions());
        bundle.add("settings.txt", "settings that are not secret, and what is wrong with them", told(settings, faults));
        bundle.add("database.txt", "schema, size, connections, counts of rows", database.told());
        var server = new OwnServer(HttpConfig.from(settings));
        bundle.add("health.json", "what the running backend says of itself", server.ask("/health/ready"));
        bundle.add("metrics.txt", "its counts and times, pools and threads", server.ask("/metrics"));
        switch (log == null ? LastLines.ofTheJournal() : LastLines.of(log)) {
            case LastLines.Found found -> bundle.log("log.txt", "the last lines of the log", found.text());
            case LastLines.Missing missing -> bundle.add("log.txt", "why there is no log", withoutLog(missing.why()));
        }
        return bundle;
    }

    private static String withoutLog(String why) {
        return "There is no log to be read (%s). Run this as root where systemd keeps the log, or name a file with --log."
                .formatted(why);
    }

    private void tell(Bundle bundle) {
        for (var part : bundle.parts()) {
            if (show) {
                out().printf("== %s: %s%n%s%n", part.name(), part.what(), part.text());
            } else {
                out().printf(
                                "%-14s %,9d characters  %s%n",
                                part.name(), part.text().length(), part.what());
            }
        }
        if (file != null && !show) {
            if (Files.exists(file)) {
                throw new CommandFault("There is a file %s already; nothing is written over.".formatted(file));
            }
            try {
                bundle.write(file);
            } catch (IOException e) {
                throw new CommandFault("The file %s cannot be written: %s".formatted(file, FileTrouble.writing(e)));
            }
            out().printf("Written to %s; look through it before you send it (--show prints it).%n", file);
        }
        out().flush();
    }

    private static String versions() {
        return """
                trunkline-backend %s
                java %s, %s
                %s %s %s, %d processors
                """.formatted(
                        Backend.version(),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors());
    }

    /// Whether a secret is there is told, never what it is; `bootstrap` names people.
    private static String told(Settings settings, String faults) {
        var lines = settings.asked().stream()
                .map(each -> each.key() + " = "
                        + (each.key().startsWith("bootstrap.") ? "(not told)" : value(settings, each)))
                .collect(Collectors.joining("\n"));
        return "%s%n%n%s%n%s%n".formatted(lines, String.join("\n", settings.unknown()), faults);
    }

    private static String value(Settings settings, Setting setting) {
        return setting.kind() == Setting.Kind.SECRET
                ? settings.written(setting).isPresent() ? "(hidden)" : "(none)"
                : settings.written(setting).orElse(setting.fallback()).replaceFirst("\\?.*", "");
    }

    private PrintWriter out() {
        return Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
    }

    /// The database, when it can be reached.
    private static final class Reached implements AutoCloseable {
        private final Optional<Snapshot> snapshot;
        private String told = "The embedded PostgreSQL is not running.";

        Reached(Settings settings) {
            this.snapshot = open(settings);
        }

        private Optional<Snapshot> open(Settings settings) {
            try {
                return Snapshot.ofRunning(DatabaseConfig.from(settings));
            } catch (StartFault | SettingFault fault) {
                told = String.valueOf(fault.getMessage());
                return Optional.empty();
            }
        }

        String told() {
            snapshot.ifPresent(open -> open.read(
                    handle -> told = "schema V%s%n%s".formatted(open.schema(), new CountsStore().told(handle))));
            return told;
        }

        /// Without a database nobody's name is known, so no word of the log is shown.
        Set<String> names(Set<String> words) {
            return snapshot.map(open -> PersonalWords.among(open, words)).orElse(words);
        }

        @Override
        public void close() {
            snapshot.ifPresent(Snapshot::close);
        }
    }
}
