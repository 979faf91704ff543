package io.trunkline.desktop.notes;

import io.trunkline.desktop.cache.Pending;
import io.trunkline.model.interaction.Note;
import io.trunkline.model.interaction.TimelineEntry;
import java.time.Instant;

/// One line of what is shown of an interaction, in the order of time.
sealed interface Entry {
    Instant at();

    record Happened(TimelineEntry entry) implements Entry {
        @Override
        public Instant at() {
            return entry.at();
        }
    }

    record Written(Note note) implements Entry {
        @Override
        public Instant at() {
            return note.at();
        }
    }

    /// On its way; `sentence` says why it was refused, or is empty.
    record Unsent(Pending.Note pending, String sentence, Instant at) implements Entry {
        String text() {
            return pending.note().text();
        }
    }
}
