package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.model.AgentId;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.NoteId;
import io.trunkline.model.interaction.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What agents write down, also after the interaction is completed.
public final class Notes {
    static final int LENGTH = 10_000;

    private final NoteStore store = new NoteStore();
    private final InteractionStore interactions = new InteractionStore();
    private final Teller teller;

    Notes(Teller teller) {
        this.teller = teller;
    }

    /// Adds a note; said again with the same command it is the note that is there. Refuses an empty text and one of
    /// more than 10,000 characters, and a command that wrote something else.
    public Note add(Tx tx, InteractionId id, AgentId author, CommandId command, @Nullable String text) {
        var written = Inputs.text("text", text, LENGTH);
        var interaction = interactions.find(tx, id).orElseThrow(Interactions::unknown);
        var note = new NoteId(command.value());
        var isNew = store.add(tx, note, id, author, written);
        var kept = store.find(tx, note).orElseThrow();
        if (isNew) {
            teller.tell(tx, interaction, kept);
        } else if (!kept.interaction().equals(id) || !kept.author().id().equals(author)) {
            throw new Fault.Conflict("This command has written another note.");
        }
        return kept;
    }

    /// Oldest first.
    public List<Note> of(Tx tx, InteractionId interaction) {
        return store.of(tx, interaction);
    }
}
