package io.trunkline.backend.platform.http;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what a request left out: JSON that lacks a field gives a record with a null where its type promises none.
final class Whole {
    private Whole() {}

    /// The place of the first value that has to be there and is not.
    static Optional<String> missing(Object value) {
        return missing(value, "");
    }

    private static Optional<String> missing(@Nullable Object value, String place) {
        return switch (value) {
            case null -> Optional.empty();
            case List<?> list -> inList(list, place);
            case Record data -> inRecord(data, place);
            default -> Optional.empty();
        };
    }

    private static Optional<String> inList(List<?> list, String place) {
        for (var at = 0; at < list.size(); at++) {
            var found = missing(list.get(at), "%s[%d]".formatted(place, at));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inRecord(Record data, String place) {
        for (var part : data.getClass().getRecordComponents()) {
            var name = place.isEmpty() ? part.getName() : place + "." + part.getName();
            var value = value(data, part);
            if (value == null && !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                return Optional.of(name);
            }
            var found = missing(value, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object value(Record data, RecordComponent part) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(data);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s of %s cannot be read".formatted(part.getName(), data.getClass()), e);
        }
    }
}
