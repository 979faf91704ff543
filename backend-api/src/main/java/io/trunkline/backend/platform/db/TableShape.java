package io.trunkline.backend.platform.db;

import java.util.List;

/// A table by its name and by the columns that are written; what PostgreSQL computes itself is left out.
public record TableShape(String name, List<String> columns) {
    public TableShape {
        columns = List.copyOf(columns);
    }

    String quotedColumns() {
        return String.join(", ", columns.stream().map(TableShape::quoted).toList());
    }

    String quotedName() {
        return quoted(name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
