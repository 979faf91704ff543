package io.trunkline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a carrier's connection to a participant.
public record LegId(@JsonValue UUID value) {
    /// Reads the text form; an [IllegalArgumentException] when it is not a UUID.
    @JsonCreator
    public static LegId of(String text) {
        return new LegId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
