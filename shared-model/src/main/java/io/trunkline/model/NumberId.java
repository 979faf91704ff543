package io.trunkline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a telephone number of the tenant.
public record NumberId(@JsonValue UUID value) {
    /// Reads the text form; an [IllegalArgumentException] when it is not a UUID.
    @JsonCreator
    public static NumberId of(String text) {
        return new NumberId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
