package io.trunkline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a thread.
public record ThreadId(@JsonValue UUID value) {
    /// Reads the text form; an [IllegalArgumentException] when it is not a UUID.
    @JsonCreator
    public static ThreadId of(String text) {
        return new ThreadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
