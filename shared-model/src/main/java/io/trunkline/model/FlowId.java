package io.trunkline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a flow.
public record FlowId(@JsonValue UUID value) {
    /// Reads the text form; an [IllegalArgumentException] when it is not a UUID.
    @JsonCreator
    public static FlowId of(String text) {
        return new FlowId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
