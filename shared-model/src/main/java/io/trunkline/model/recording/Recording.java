package io.trunkline.model.recording;

import io.trunkline.model.InteractionId;
import io.trunkline.model.RecordingId;
import java.time.Instant;

/// Stored audio of an interaction; `ready` once the audio can be played.
public record Recording(
        RecordingId id,
        InteractionId interaction,
        Instant startedAt,
        double seconds,
        int channels,
        long bytes,
        boolean ready) {}
