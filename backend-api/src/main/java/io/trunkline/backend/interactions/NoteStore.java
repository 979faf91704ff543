package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.NoteId;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.interaction.Note;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All SQL of notes. A note bears the id of the command that wrote it, so that a repeat writes nothing.
final class NoteStore {
    private static final String SELECT = """
            SELECT n.id, n.interaction_id, n.author_id, coalesce(a.name, '') AS author_name, n.text, n.at FROM note n
            LEFT JOIN agent_name a ON a.tenant_id = n.tenant_id AND a.agent_id = n.author_id
            """;

    private record Row(
            NoteId id, InteractionId interactionId, AgentId authorId, String authorName, String text, Instant at) {
        Note note() {
            return new Note(id, interactionId, new AgentRef(authorId, authorName), text, at);
        }
    }

    /// False when this id has been written before.
    boolean add(Tx tx, NoteId id, InteractionId interaction, AgentId author, String text) {
        return tx.handle()
                        .createUpdate("""
                        INSERT INTO note (tenant_id, id, interaction_id, contact_id, author_id, text, at)
                        SELECT :tenant, :id, i.id, i.contact_id, :author, :text, :now FROM interaction i WHERE i.id = :interaction
                        ON CONFLICT (tenant_id, id) DO NOTHING
                        """)
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("interaction", interaction)
                        .bind("author", author)
                        .bind("text", text)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    Optional<Note> find(Tx tx, NoteId id) {
        return tx.handle()
                .createQuery(SELECT + "WHERE n.id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .map(Row::note)
                .findOne();
    }

    List<Note> of(Tx tx, InteractionId interaction) {
        return tx.handle()
                .createQuery(SELECT + "WHERE n.interaction_id = :interaction ORDER BY n.at, n.id")
                .bind("interaction", interaction)
                .mapTo(Row.class)
                .map(Row::note)
                .list();
    }
}
