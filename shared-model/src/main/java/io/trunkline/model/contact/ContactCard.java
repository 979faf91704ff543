package io.trunkline.model.contact;

import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.Note;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the desk shows beside an interaction. `interactions` counts all of them, `recent` holds the last five,
/// `notes` the last ten.
public record ContactCard(
        Contact contact,
        long interactions,
        long open,
        @Nullable Instant lastSeenAt,
        List<Interaction> recent,
        List<Note> notes) {
    public ContactCard {
        recent = List.copyOf(recent);
        notes = List.copyOf(notes);
    }
}
