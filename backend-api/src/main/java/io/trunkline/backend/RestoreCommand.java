package io.trunkline.backend;

import io.trunkline.backend.backup.Restore;
import io.trunkline.backend.platform.config.DatabaseConfig;
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

/// Puts an archive into an empty database.
@Command(
        name = "restore",
        description = "puts an archive into an empty database and an empty place for recordings: all of it, or nothing")
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Commands commands;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the archive")
    Path file = Path.of("");

    @Override
    public Integer call() {
        var settings = Optional.ofNullable(commands).orElseThrow().settings();
        var line = Optional.ofNullable(spec).orElseThrow().commandLine();
        var made = new Restore(
                        DatabaseConfig.from(settings),
                        RecordingsConfig.from(settings).directory())
                .read(file, SecretKeys.fingerprint(TelephonyConfig.from(settings)));
        line.getOut().println("Restored from %s: %s.".formatted(file, made.told()));
        made.missing().forEach(path -> line.getErr().println("Was missing at the backup: the recording " + path));
        return Commands.DONE;
    }
}
