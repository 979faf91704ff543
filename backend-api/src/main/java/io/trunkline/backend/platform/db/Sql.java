package io.trunkline.backend.platform.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A statement with a value for each of its question marks, to be sent together with others. Values are texts, numbers,
/// booleans, UUIDs, instants, arrays of texts, UUIDs, numbers or booleans, or null.
public final class Sql {
    private final String text;
    private final @Nullable Object[] values;

    private Sql(String text, @Nullable Object[] values) {
        this.text = text;
        this.values = values;
    }

    /// `text` should be a constant: what is sent together is put together once and remembered.
    public static Sql of(String text, @Nullable Object... values) {
        return new Sql(text, values);
    }

    String text() {
        return text;
    }

    /// Binds the values from the place `first` on, and gives back the place after the last.
    int bind(PreparedStatement statement, int first) throws SQLException {
        for (var at = 0; at < values.length; at++) {
            bind(statement, first + at, values[at]);
        }
        return first + values.length;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(at, null);
            case String text -> statement.setString(at, text);
            case UUID id -> statement.setObject(at, id);
            case Instant moment -> statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
            case String[] texts ->
                statement.setArray(at, statement.getConnection().createArrayOf("text", texts));
            case UUID[] ids -> statement.setArray(at, statement.getConnection().createArrayOf("uuid", ids));
            case Long[] numbers ->
                statement.setArray(at, statement.getConnection().createArrayOf("int8", numbers));
            case Boolean[] flags ->
                statement.setArray(at, statement.getConnection().createArrayOf("bool", flags));
            case Integer number -> statement.setInt(at, number);
            case Long number -> statement.setLong(at, number);
            case Boolean flag -> statement.setBoolean(at, flag);
            default -> throw new IllegalArgumentException("cannot be bound: " + value.getClass());
        }
    }
}
