package io.trunkline.backend.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the database itself says of its tables.
final class Catalogue {
    /// A foreign key and how it is made.
    record ForeignKey(String table, String name, String definition) {}

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /// Every table of ours by name; a partitioned one as a whole, in place of its partitions.
    List<TableShape> tables() throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        ask("""
                select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and c.relname <> 'flyway_schema_history'
                    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by c.relname, a.attnum""", row -> columns.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row[1]));
        return columns.entrySet().stream()
                .map(each -> new TableShape(each.getKey(), each.getValue()))
                .toList();
    }

    /// Where each sequence goes on; those that were never used are left out.
    Map<String, Long> sequences() throws SQLException {
        var sequences = new TreeMap<String, Long>();
        ask(
                "select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not"
                        + " null",
                row -> sequences.put(row[0], Long.valueOf(row[1])));
        return sequences;
    }

    /// The months that the event log has partitions for.
    List<LocalDate> eventMonths() throws SQLException {
        var months = new ArrayList<LocalDate>();
        ask("""
                select to_date(substring(c.relname from 7), 'YYYY_MM')::text, '' from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relispartition and c.relkind = 'r'
                    and c.relname ~ '^event_[0-9]{4}_[0-9]{2}$' order by 1""", row -> months.add(LocalDate.parse(row[0])));
        return months;
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        var keys = new ArrayList<ForeignKey>();
        for (var table : tables()) {
            ask(
                    "select conname, pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and conparentid"
                            + " = 0"
                            + " and conrelid = '%s'::regclass".formatted(table.quotedName()),
                    row -> keys.add(new ForeignKey(table.quotedName(), TableShape.quoted(row[0]), row[1])));
        }
        return keys;
    }

    boolean holds(String condition) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select " + condition)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private interface Row {
        void take(String[] row);
    }

    private void ask(String sql, Row each) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.take(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
    }
}
