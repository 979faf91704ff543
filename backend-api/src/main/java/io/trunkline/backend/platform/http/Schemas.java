package io.trunkline.backend.platform.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// JSON schemas of the records that cross the wire, each written once and referred to by name.
final class Schemas {
    private final ObjectNode all = Json.mapper().createObjectNode();

    ObjectNode all() {
        return all;
    }

    ObjectNode list(Type of) {
        var node = all.objectNode().put("type", "array");
        node.set("items", of(of));
        return node;
    }

    ObjectNode page(Type of) {
        var node = all.objectNode().put("type", "object");
        var properties = node.putObject("properties");
        properties.set("items", list(of));
        properties.putObject("next").put("type", "string");
        node.putArray("required").add("items");
        return node;
    }

    ObjectNode of(Type type) {
        return switch (type) {
            case Class<?> raw -> of(raw);
            case ParameterizedType generic -> generic(generic);
            default -> all.objectNode();
        };
    }

    private ObjectNode generic(ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var parts = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return list(parts[0]);
        }
        if (raw == Optional.class) {
            return of(parts[0]);
        }
        if (raw == Map.class) {
            var node = all.objectNode().put("type", "object");
            node.set("additionalProperties", of(parts[1]));
            return node;
        }
        return of(raw);
    }

    private ObjectNode of(Class<?> type) {
        if (type.isRecord()) {
            var parts = type.getRecordComponents();
            return parts.length == 1 && parts[0].getType() == UUID.class ? text("uuid") : reference(type);
        }
        if (type.isEnum()) {
            return enumeration(type);
        }
        return type.isSealed() ? reference(type) : simple(type);
    }

    private ObjectNode simple(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return all.objectNode().put("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return all.objectNode().put("type", "integer");
        }
        if (type == double.class || type == Double.class) {
            return all.objectNode().put("type", "number");
        }
        if (type == Instant.class) {
            return text("date-time");
        }
        if (type == UUID.class) {
            return text("uuid");
        }
        if (type == URI.class) {
            return text("uri");
        }
        if (type == Duration.class) {
            return text("duration");
        }
        return type == String.class || type == ZoneId.class ? all.objectNode().put("type", "string") : all.objectNode();
    }

    private ObjectNode text(String format) {
        return all.objectNode().put("type", "string").put("format", format);
    }

    private ObjectNode enumeration(Class<?> type) {
        var node = all.objectNode().put("type", "string");
        var values = node.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(each -> values.add(each.toString()));
        return node;
    }

    private ObjectNode reference(Class<?> type) {
        var name = name(type);
        if (!all.has(name)) {
            all.set(name, all.objectNode());
            all.set(name, type.isRecord() ? object(type) : choice(type));
        }
        return all.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private ObjectNode object(Class<?> type) {
        var node = all.objectNode().put("type", "object");
        var properties = node.putObject("properties");
        var required = all.arrayNode();
        for (var part : type.getRecordComponents()) {
            properties.set(part.getName(), of(part.getGenericType()));
            if (!optional(part)) {
                required.add(part.getName());
            }
        }
        node.set("required", required);
        return node;
    }

    private ObjectNode choice(Class<?> type) {
        var node = all.objectNode();
        var choices = node.putArray("oneOf");
        Arrays.stream(type.getPermittedSubclasses()).forEach(each -> choices.add(of(each)));
        return node;
    }

    private static boolean optional(RecordComponent part) {
        return part.getType() == Optional.class || part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(Class<?> type) {
        var outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
    }
}
