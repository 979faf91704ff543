package io.trunkline.backend.platform.db;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;

/// Ids are records of one UUID; in the database they are the UUID.
final class IdRecords {
    private static final ClassValue<Optional<Shape>> SHAPES = new ClassValue<>() {
        @Override
        protected Optional<Shape> computeValue(Class<?> type) {
            return shape(type);
        }
    };

    private IdRecords() {}

    private record Shape(MethodHandle create, MethodHandle read) {}

    private static Optional<Shape> shape(Class<?> type) {
        var parts = type.getRecordComponents();
        if (parts == null || parts.length != 1 || parts[0].getType() != UUID.class) {
            return Optional.empty();
        }
        try {
            var lookup = MethodHandles.publicLookup();
            return Optional.of(new Shape(
                    lookup.unreflectConstructor(type.getConstructor(UUID.class)),
                    lookup.unreflect(parts[0].getAccessor())));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is an id record that cannot be reached", e);
        }
    }

    static final class Arguments implements ArgumentFactory {
        @Override
        public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
            if (value == null) {
                return type instanceof Class<?> raw && SHAPES.get(raw).isPresent()
                        ? Optional.of((at, statement, _) -> statement.setNull(at, Types.OTHER))
                        : Optional.empty();
            }
            return SHAPES.get(value.getClass())
                    .map(shape -> (at, statement, _) -> statement.setObject(at, uuid(shape, value)));
        }

        private static Object uuid(Shape shape, Object value) {
            try {
                return shape.read.invoke(value);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static final class Columns implements ColumnMapperFactory {
        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
            return type instanceof Class<?> raw ? SHAPES.get(raw).map(Columns::mapper) : Optional.empty();
        }

        private static ColumnMapper<?> mapper(Shape shape) {
            return (rows, column, _) -> {
                var uuid = rows.getObject(column, UUID.class);
                return uuid == null ? null : id(shape, uuid);
            };
        }

        private static Object id(Shape shape, UUID uuid) {
            try {
                return shape.create.invoke(uuid);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
