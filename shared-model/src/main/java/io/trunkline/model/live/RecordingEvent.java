package io.trunkline.model.live;

import io.trunkline.model.recording.Recording;

/// What happens to recordings.
public sealed interface RecordingEvent extends LiveEvent {
    record Stored(Recording recording) implements RecordingEvent {}
}
