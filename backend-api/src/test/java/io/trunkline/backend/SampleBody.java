package io.trunkline.backend;

import io.trunkline.model.CommandId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A body of the shape that a route takes, made from its record, so that routes to come are walked too.
record SampleBody(Class<?> type) {
    /// Everything that must be there, and `id` wherever the body names something by its id, once too where it need not.
    Map<String, Object> with(UUID id) {
        return object(type, id);
    }

    /// Whether the body names anything of the tenant's by id.
    boolean namesSomething() {
        for (var part : type.getRecordComponents()) {
            if (isId(part.getType()) || isId(element(part.getGenericType()))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> object(Class<?> type, UUID id) {
        var body = new LinkedHashMap<String, Object>();
        for (var part : type.getRecordComponents()) {
            var wanted = isId(part.getType()) || isId(element(part.getGenericType()));
            if (wanted || !optional(part)) {
                body.put(part.getName(), value(part.getGenericType(), id));
            }
        }
        return body;
    }

    private static Object value(Type type, UUID id) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? Map.of()
                    : isId(element(type)) ? List.of(id.toString()) : List.of();
        }
        var raw = (Class<?>) type;
        if (raw == CommandId.class) {
            return UUID.randomUUID().toString();
        }
        if (isId(raw) || raw == UUID.class) {
            return id.toString();
        }
        if (raw.isRecord()) {
            return object(raw, id);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0].toString();
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return true;
        }
        return raw == Instant.class ? Instant.EPOCH.toString() : raw == String.class ? "x" : (Object) 1;
    }

    private static boolean isId(@Nullable Class<?> type) {
        return type != null
                && type != CommandId.class
                && type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    private static @Nullable Class<?> element(Type type) {
        return type instanceof ParameterizedType generic
                        && generic.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                        && generic.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    private static boolean optional(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
