package io.trunkline.backend;

import io.trunkline.backend.backup.Backup;
import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.db.Snapshot;
import io.trunkline.backend.recordings.RecordingsConfig;
import io.trunkline.backend.telephony.TelephonyConfig;
import io.trunkline.backend.telephony.twilio.SecretKeys;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Writes the whole centre into one archive.
@Command(
        name = "backup",
        description =
                "writes database and recordings into one archive, also while the backend runs; keys are not in it")
final class BackupCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Commands commands;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the archive, such as trunkline-2026-11-29.zip")
    Path file = Path.of("");

    @Override
    public Integer call() {
        var told = Optional.ofNullable(commands).orElseThrow();
        var settings = told.settings();
        var line = Optional.ofNullable(spec).orElseThrow().commandLine();
        var key = SecretKeys.fingerprint(TelephonyConfig.from(settings));
        try (var snapshot = Snapshot.of(DatabaseConfig.from(settings))) {
            var made = new Backup(snapshot, RecordingsConfig.from(settings).directory(), told.clock())
                    .write(file, Backend.version(), key.orElse(""));
            line.getOut().println("Written to %s: %s.".formatted(file, made.told()));
            key.ifPresent(print -> line.getOut()
                    .println("The key %s is not in it; keep telephony.key-file or telephony.secret-key apart."
                            .formatted(print)));
            made.missing().forEach(path -> line.getErr().println("Missing or damaged: the recording " + path));
        }
        return Commands.DONE;
    }
}
