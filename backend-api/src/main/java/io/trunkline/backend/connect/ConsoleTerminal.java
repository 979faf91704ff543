package io.trunkline.backend.connect;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The terminal the program was started on. Without one nothing can be asked, and secrets are never read from a pipe,
/// where they would be in a shell's history.
public final class ConsoleTerminal implements Terminal {
    private final @Nullable Console console;
    private final PrintWriter out;

    public ConsoleTerminal(@Nullable Console console, PrintWriter out) {
        this.console = console != null && console.isTerminal() ? console : null;
        this.out = out;
    }

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public Optional<String> ask(String question) {
        var asked = console;
        return asked == null
                ? Optional.empty()
                : Optional.ofNullable(asked.readLine("%s: ", question)).map(String::strip);
    }

    @Override
    public Optional<String> secret(String question) {
        var asked = console;
        return asked == null
                ? Optional.empty()
                : Optional.ofNullable(asked.readPassword("%s: ", question)).map(String::new);
    }
}
