package io.trunkline.backend.platform.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.model.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// A value of a `jsonb` column: bind `Jsonb.of(anything)`, read a column as `Jsonb` and ask for its type.
public record Jsonb(String text) {
    public static Jsonb of(Object value) {
        try {
            return new Jsonb(Json.mapper().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    public <T> T as(Class<T> type) {
        try {
            return Json.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the row's JSON is no " + type.getSimpleName(), e);
        }
    }

    static final class Arguments extends AbstractArgumentFactory<Jsonb> {
        Arguments() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(Jsonb value, ConfigRegistry config) {
            return (at, statement, _) -> statement.setObject(at, value.text, Types.OTHER);
        }
    }

    static final class Columns implements ColumnMapper<Jsonb> {
        @Override
        public @Nullable Jsonb map(ResultSet rows, int column, StatementContext context) throws SQLException {
            var text = rows.getString(column);
            return text == null ? null : new Jsonb(text);
        }
    }
}
