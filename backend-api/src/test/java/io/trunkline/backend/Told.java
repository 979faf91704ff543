package io.trunkline.backend;

import io.trunkline.backend.platform.config.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;

/// What a command of the backend answered: its exit code and what it printed.
public record Told(int code, String out, String err) {
    /// Gives the words to the command line, with these settings.
    public static Told by(Map<String, String> settings, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Commands.line(faults -> Settings.of(settings, faults), Clock.systemUTC())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        var code = line.execute(words);
        return new Told(code, out.toString(), err.toString());
    }
}
