package io.trunkline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a participant.
public record ParticipantId(@JsonValue UUID value) {
    /// Reads the text form; an [IllegalArgumentException] when it is not a UUID.
    @JsonCreator
    public static ParticipantId of(String text) {
        return new ParticipantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
