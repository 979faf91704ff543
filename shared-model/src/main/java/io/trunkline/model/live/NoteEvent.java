package io.trunkline.model.live;

import io.trunkline.model.interaction.Note;

/// What happens to notes.
public sealed interface NoteEvent extends LiveEvent {
    record Added(Note note) implements NoteEvent {}
}
