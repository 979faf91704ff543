package io.trunkline.backend.platform.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// The key of the last row of a page, opaque to clients. Values are read back in the order they were given.
public record Cursor(List<String> values) {
    public Cursor {
        values = List.copyOf(values);
    }

    /// The cursor that stands for a row, as in `Cursor.after(row.lastAt(), row.id()).text()`.
    public static Cursor after(Object... key) {
        return new Cursor(Arrays.stream(key).map(Object::toString).toList());
    }

    static Cursor read(String text) {
        try {
            if (Json.mapper().readTree(Base64.getUrlDecoder().decode(text)) instanceof ArrayNode array) {
                return new Cursor(StreamSupport.stream(array.spliterator(), false)
                        .map(node -> node.asText())
                        .toList());
            }
        } catch (IOException | IllegalArgumentException _) {
            // told below
        }
        throw wrong();
    }

    /// The text that clients hand back.
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Bodies.write(values));
    }

    public String string(int at) {
        if (at >= values.size()) {
            throw wrong();
        }
        return values.get(at);
    }

    public Instant instant(int at) {
        try {
            return Instant.parse(string(at));
        } catch (java.time.DateTimeException _) {
            throw wrong();
        }
    }

    public UUID uuid(int at) {
        try {
            return UUID.fromString(string(at));
        } catch (IllegalArgumentException _) {
            throw wrong();
        }
    }

    public long number(int at) {
        try {
            return Long.parseLong(string(at));
        } catch (NumberFormatException _) {
            throw wrong();
        }
    }

    private static Fault.Invalid wrong() {
        return new Fault.Invalid("cursor", "The cursor was not given by this address.");
    }
}
