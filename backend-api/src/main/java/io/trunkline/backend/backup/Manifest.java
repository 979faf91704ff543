package io.trunkline.backend.backup;

import io.trunkline.backend.platform.db.TableShape;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What an archive says of itself. `key` is the fingerprint of the key that the carriers' secrets are encrypted by,
/// never the key; hashes are SHA-256 in hexadecimal.
record Manifest(
        int format,
        String program,
        String schema,
        Instant at,
        String key,
        List<Table> tables,
        Map<String, Long> sequences,
        List<LocalDate> eventMonths,
        Sounds recordings) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /// The table whose rows nobody can use without the key.
    private static final String SECRETS = "carrier_account";

    record Table(String name, List<String> columns, long rows, String sha256) {
        Table {
            columns = List.copyOf(columns);
        }

        TableShape shape() {
            return new TableShape(name, columns);
        }

        String entry() {
            return entry(name);
        }

        static String entry(String name) {
            return "tables/" + name + ".copy";
        }
    }

    /// The recordings, which stand one by one in `recordings.tsv`; `missing` are those the rows tell of and nobody has.
    record Sounds(long files, long bytes, String listSha256, List<String> missing) {
        static final String LIST = "recordings.tsv";

        Sounds {
            missing = List.copyOf(missing);
        }

        static String entry(String path) {
            return "recordings/" + path;
        }
    }

    Manifest {
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
        eventMonths = List.copyOf(eventMonths);
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    boolean needsKey() {
        return tables.stream().anyMatch(table -> table.name().equals(SECRETS) && table.rows() > 0);
    }
}
