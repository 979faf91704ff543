package io.trunkline.backend;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Who owns which table, as the migrations say, and the SQL in the sources held against it.
final class TableLaws {
    private static final Pattern FILE = Pattern.compile("V\\d+__(\\w+)\\.sql");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+)");
    private static final Pattern WRITES =
            Pattern.compile("\\b(?:insert\\s+into|delete\\s+from|update)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern READS = Pattern.compile("\\b(?:from|join)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    /// Migrations that made tables of several features, and whose the file's are otherwise.
    private static final Map<String, String> FILES = Map.of("foundation", "platform", "contacts_presence", "contacts");

    private static final Map<String, String> APART = Map.ofEntries(
            entry("tenant", "identity"),
            entry("platform_person", "identity"),
            entry("presence", "presence"),
            entry("agent_state", "presence"),
            entry("away_reason", "presence"),
            entry("carrier_account", "telephony.twilio"),
            entry("flow", "ivr"),
            entry("call_quality", "interactions"),
            entry("talk_way", "telephony"),
            entry("device_call", "telephony"),
            entry("occupation", "routing"),
            entry("recording", "recordings"),
            entry("diagnostics", "desktops"),
            entry("transcript_part", "ai"),
            entry("usage_count", "billing"));

    private TableLaws() {}

    /// Every table of the migrations and the feature that owns it.
    static Map<String, String> owners(Path migrations) {
        var owners = new TreeMap<String, String>();
        for (var file : files(migrations, ".sql")) {
            var name = FILE.matcher(file.getFileName().toString());
            if (!name.matches()) {
                throw new IllegalStateException(file + " is not named by time and feature");
            }
            var feature = FILES.getOrDefault(name.group(1), name.group(1));
            TABLE.matcher(text(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(table -> owners.put(table, APART.getOrDefault(table, feature)));
        }
        return owners;
    }

    /// What the SQL of each class under `sources` writes that another feature owns.
    static List<String> foreignWrites(Path sources, Map<String, String> owners) {
        return foreign(sources, owners, WRITES, "writes");
    }

    static List<String> foreignReads(Path sources, Map<String, String> owners) {
        return foreign(sources, owners, READS, "reads");
    }

    private static List<String> foreign(Path sources, Map<String, String> owners, Pattern sql, String does) {
        var found = new ArrayList<String>();
        for (var file : files(sources, ".java")) {
            var feature = feature(sources.relativize(file));
            sql.matcher(withoutRemarks(text(file)))
                    .results()
                    .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                    .filter(owners::containsKey)
                    .filter(table -> !feature.equals(owners.get(table)))
                    .distinct()
                    .forEach(table -> found.add("%s %s %s of %s"
                            .formatted(
                                    file.getFileName().toString().replace(".java", ""),
                                    does,
                                    table,
                                    owners.get(table))));
        }
        return found;
    }

    private static String feature(Path file) {
        if (file.getNameCount() < 2) {
            return "";
        }
        var two = file.getName(0) + "." + file.getName(1);
        return BackendLaws.MAY_USE.containsKey(two) ? two : file.getName(0).toString();
    }

    private static String withoutRemarks(String source) {
        return source.replaceAll("(?m)//.*$", "");
    }

    private static List<Path> files(Path under, String ending) {
        try (var all = Files.walk(under)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
