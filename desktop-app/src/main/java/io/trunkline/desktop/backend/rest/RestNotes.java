package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.notes.NotesGateway;
import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.interaction.InteractionDetail;

/// Interactions, their notes and wrap-up over REST.
public final class RestNotes implements NotesGateway {
    private final Api api;

    public RestNotes(Rest rest) {
        this.api = rest.api();
    }

    @Override
    public InteractionDetail detail(InteractionId interaction) {
        return Answers.of(api.interaction(interaction));
    }

    @Override
    public void end(InteractionId interaction, Command command) {
        Answers.done(api.end(interaction, command));
    }

    @Override
    public void extend(InteractionId interaction, Command command) {
        Answers.done(api.extend(interaction, command));
    }
}
