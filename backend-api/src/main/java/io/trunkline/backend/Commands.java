package io.trunkline.backend;

import io.trunkline.backend.backup.BackupFault;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.backend.platform.log.Logging;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What the backend can be told on its command line. Without a word it serves, and none of this is loaded.
@Command(
        name = "trunkline-backend",
        description = "The server of Trunkline. Without a command it serves.",
        subcommands = {
            BackupCommand.class,
            DiagnosticsCommand.class,
            InitCommand.class,
            RestoreCommand.class,
            SettingsCommand.class
        })
final class Commands implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG = 2;
    static final int CANNOT_START = 3;

    /// The answer of words that ask for nothing but to serve.
    static final int SERVE = -1;

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    /// Where settings come from; a function of what is done with wrong ones.
    private final Function<Consumer<SettingFault>, Settings> settings;

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = CommandLine.ScopeType.INHERIT,
            description = "the settings file; else the one that TRUNKLINE_CONFIG names")
    void config(Path file) {
        System.setProperty("trunkline.config", file.toString());
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "says what can be told, and ends")
    boolean help;

    @Option(names = "--version", description = "says the version, and ends")
    boolean version;

    @Option(
            names = "--check-config",
            description = "names every wrong and every unknown setting, starts nothing, and ends")
    boolean checkConfig;

    private Commands(Function<Consumer<SettingFault>, Settings> settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Does what the words say and gives back the exit code, or [#SERVE].
    static int run(String[] words, Clock clock) {
        return line(Settings::load, clock).execute(words);
    }

    static CommandLine line(Function<Consumer<SettingFault>, Settings> settings, Clock clock) {
        return new CommandLine(new Commands(settings, clock))
                .setExitCodeExceptionMapper(Commands::code)
                .setExecutionExceptionHandler((failed, line, _) -> told(failed, line));
    }

    @Override
    public Integer call() {
        if (version) {
            out().println("trunkline-backend " + Backend.version());
            return DONE;
        }
        return checkConfig ? new CheckConfig(this, out()).run() : SERVE;
    }

    /// The settings; a wrong one ends the command.
    Settings settings() {
        return settings(fault -> {
            throw fault;
        });
    }

    Settings settings(Consumer<SettingFault> faults) {
        Logging.hush();
        return settings.apply(faults);
    }

    /// The answer of whoever sits at the terminal; nothing when nobody does.
    Optional<String> ask(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s: ", question));
    }

    Clock clock() {
        return clock;
    }

    private PrintWriter out() {
        return Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
    }

    private static int told(Exception failed, CommandLine line) {
        switch (failed) {
            case SettingFault wrong -> line.getErr().println(wrong.getMessage());
            case StartFault wrong -> {
                LOG.debug("Not started", wrong);
                line.getErr().println(wrong.getMessage());
            }
            case CommandFault wrong -> line.getErr().println(wrong.getMessage());
            case BackupFault wrong -> line.getErr().println(wrong.getMessage());
            default -> {
                LOG.error("The command failed", failed);
                line.getErr().println("This failed: " + failed.getMessage());
            }
        }
        return code(failed);
    }

    private static int code(Throwable failed) {
        return switch (failed) {
            case SettingFault _, CommandLine.ParameterException _ -> WRONG;
            case StartFault _ -> CANNOT_START;
            default -> FAILED;
        };
    }
}
