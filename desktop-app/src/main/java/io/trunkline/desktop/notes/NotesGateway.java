package io.trunkline.desktop.notes;

import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.interaction.InteractionDetail;

/// What notes and wrap-up ask of the backend. Blocks; throws `BackendFailure`.
public interface NotesGateway {
    InteractionDetail detail(InteractionId interaction);

    /// Ends a written exchange, which no hang-up ends; the wrap-up comes over the live feed.
    void end(InteractionId interaction, Command command);

    /// Asks for more time to wrap up; the new end comes over the live feed.
    void extend(InteractionId interaction, Command command);
}
