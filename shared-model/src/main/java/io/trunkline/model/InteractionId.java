package io.trunkline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names an interaction; also the name of its conference.
public record InteractionId(@JsonValue UUID value) {
    /// Reads the text form; an [IllegalArgumentException] when it is not a UUID.
    @JsonCreator
    public static InteractionId of(String text) {
        return new InteractionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
