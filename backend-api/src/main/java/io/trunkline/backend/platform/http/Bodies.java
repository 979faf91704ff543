package io.trunkline.backend.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/// JSON in and out. What cannot be read is a [Fault.Invalid] that names the place.
final class Bodies {
    private Bodies() {}

    static byte[] write(Object value) {
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static <T> T read(InputStream in, Class<T> type) {
        try {
            var value = Json.mapper().readValue(in, type);
            if (value == null) {
                throw new Fault.Invalid("", "The body is empty.");
            }
            Whole.missing(value).ifPresent(place -> {
                throw new Fault.Invalid(place, "The value of %s is missing.".formatted(place));
            });
            return value;
        } catch (ValueInstantiationException e) {
            throw new Fault.Invalid(place(e), sentence(e));
        } catch (JsonMappingException e) {
            var place = place(e);
            throw new Fault.Invalid(
                    place,
                    place.isEmpty()
                            ? "The body is not the JSON this address takes."
                            : "The value of " + place + " is missing or not of its kind.");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new Fault.Invalid(
                    "", "The body is not JSON: line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw new Fault.Invalid("", "The body could not be read to its end.");
        }
    }

    private static String sentence(ValueInstantiationException e) {
        // A record's own check speaks for itself; anything else is not for the client.
        return e.getCause() instanceof IllegalArgumentException check && check.getMessage() != null
                ? check.getMessage()
                : "The body is not the JSON this address takes.";
    }

    private static String place(JsonMappingException e) {
        return e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
