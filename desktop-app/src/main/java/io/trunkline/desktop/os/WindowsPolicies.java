package io.trunkline.desktop.os;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Policies of the registry: those of the computer win over those of the person, and both over the policy file.
final class WindowsPolicies {
    private static final String KEY = "\\Software\\Policies\\Trunkline\\Desktop";

    /// Name, type and value stand four blanks apart in every language of Windows; a name may hold blanks itself.
    private static final Pattern VALUE = Pattern.compile(" {4}(\\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?");

    private final Commands commands;
    private final Optional<PolicyFile> file;

    WindowsPolicies(Commands commands) {
        this(commands, besideProgram(System.getProperty("jpackage.app-path")));
    }

    WindowsPolicies(Commands commands, Optional<PolicyFile> file) {
        this.commands = commands;
        this.file = file;
    }

    /// In the folder of the installed `program`, which is as trusted as that: who can put a file there could
    /// replace it. In `ProgramData`, where anybody may make files, one person could set the settings of others.
    static Optional<PolicyFile> besideProgram(@Nullable String program) {
        return Optional.ofNullable(program)
                .map(path -> PolicyFile.closedToThisPerson(Path.of(path).resolveSibling("desktop.properties")));
    }

    Map<String, String> read() {
        var values = new HashMap<>(file.map(PolicyFile::read).orElse(Map.of()));
        values.putAll(registry("HKCU"));
        values.putAll(registry("HKLM"));
        return values;
    }

    private Map<String, String> registry(String root) {
        var reg = variable("SystemRoot", "C:\\Windows") + "\\System32\\reg.exe";
        return commands.output(List.of(reg, "query", root + KEY))
                .map(WindowsPolicies::values)
                .orElse(Map.of());
    }

    /// The values in what `reg query` writes, by their names in small letters.
    static Map<String, String> values(String output) {
        var values = new HashMap<String, String>();
        output.lines()
                .map(VALUE::matcher)
                .filter(line -> line.matches())
                .forEach(line -> value(
                                line.group(2),
                                Optional.ofNullable(line.group(3)).orElse(""))
                        .ifPresent(value -> values.put(line.group(1).toLowerCase(Locale.ROOT), value)));
        return values;
    }

    private static Optional<String> value(String type, String text) {
        return switch (type) {
            // the MSI writes what it was not given as an empty value, which must hide none from elsewhere
            case "REG_SZ", "REG_EXPAND_SZ" -> Optional.of(text.strip()).filter(set -> !set.isEmpty());
            case "REG_DWORD", "REG_QWORD" -> Optional.of(number(text.strip()));
            default -> Optional.empty();
        };
    }

    /// `0x1` as `1`; what is no number stays, and is told as wrong.
    private static String number(String text) {
        try {
            return Long.toString(Long.decode(text));
        } catch (NumberFormatException _) {
            return text;
        }
    }

    private static String variable(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }
}
