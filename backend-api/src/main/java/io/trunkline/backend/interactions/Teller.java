package io.trunkline.backend.interactions;

import io.trunkline.backend.live.Audience;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.identity.Role;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.Note;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.NoteEvent;
import org.jspecify.annotations.Nullable;

/// Tells what happened to an interaction to whom it concerns: its agent and the one before, its queue, and supervisors.
final class Teller {
    private static final Audience SUPERVISORS = Audience.ofRoles(Role.SUPERVISOR, Role.ADMIN);

    private final EventLog log;

    Teller(EventLog log) {
        this.log = log;
    }

    /// `before` held the interaction until now.
    void tell(Tx tx, InteractionEvent event, @Nullable AgentId before) {
        var interaction = event.interaction();
        var audience = concerned(interaction);
        log.append(tx, interaction.id(), event, before == null ? audience : audience.or(Audience.ofAgent(before)));
    }

    void tell(Tx tx, Interaction interaction, Note note) {
        var audience = concerned(interaction).or(Audience.ofAgent(note.author().id()));
        log.append(tx, interaction.id(), new NoteEvent.Added(note), audience);
    }

    private static Audience concerned(Interaction interaction) {
        var audience = SUPERVISORS;
        var agent = interaction.agent();
        if (agent != null) {
            audience = audience.or(Audience.ofAgent(agent.id()));
        }
        var queue = interaction.queue();
        return queue == null ? audience : audience.or(Audience.ofQueue(queue.id()));
    }
}
