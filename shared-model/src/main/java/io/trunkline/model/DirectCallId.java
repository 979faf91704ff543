package io.trunkline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a call between colleagues, made by the caller's desktop (UUIDv7), so that both ends know which one is meant.
public record DirectCallId(@JsonValue UUID value) {
    /// Reads the text form; an [IllegalArgumentException] when it is not a UUID.
    @JsonCreator
    public static DirectCallId of(String text) {
        return new DirectCallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
