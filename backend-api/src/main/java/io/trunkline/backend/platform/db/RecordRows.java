package io.trunkline.backend.platform.db;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/// A row becomes a record whose components bear the names of its columns, `queue_id` as `queueId`. Records of rows stay
/// hidden in their stores.
final class RecordRows implements RowMapperFactory {
    private final Map<Class<?>, Remembering<?>> mappers = new ConcurrentHashMap<>();

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        return type instanceof Class<?> raw && raw.isRecord() && raw.getRecordComponents().length > 1
                ? Optional.of(mappers.computeIfAbsent(raw, RecordRows::mapper))
                : Optional.empty();
    }

    private static Remembering<?> mapper(Class<?> type) {
        return new Remembering<>(ConstructorMapper.of(canonical(type)), new ConcurrentHashMap<>());
    }

    private static Constructor<?> canonical(Class<?> type) {
        var parts = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(parts);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has its canonical constructor: " + type, e);
        }
    }

    /// Which column goes to which component is found by reflection, once for each list of columns. JDBI would do it for
    /// each result, which cost more than the query.
    private record Remembering<T>(RowMapper<T> mapper, Map<List<String>, RowMapper<T>> byColumns)
            implements RowMapper<T> {
        @Override
        public T map(ResultSet rows, StatementContext context) throws SQLException {
            return specialize(rows, context).map(rows, context);
        }

        @Override
        public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
            var columns = columns(rows);
            var known = byColumns.get(columns);
            if (known == null) {
                known = mapper.specialize(rows, context);
                byColumns.put(columns, known);
            }
            return known;
        }

        private static List<String> columns(ResultSet rows) throws SQLException {
            var of = rows.getMetaData();
            var names = new ArrayList<String>(of.getColumnCount());
            for (var i = 1; i <= of.getColumnCount(); i++) {
                names.add(of.getColumnLabel(i));
            }
            return names;
        }
    }
}
