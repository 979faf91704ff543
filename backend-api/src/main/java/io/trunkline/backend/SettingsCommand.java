package io.trunkline.backend;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints the reference of settings.
@Command(name = "settings", description = "prints every setting with its default and what it is for")
final class SettingsCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        var out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
        out.print(Reference.markdown());
        out.flush();
        return Commands.DONE;
    }
}
