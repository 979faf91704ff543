package io.trunkline.model.live;

import io.trunkline.model.interaction.Interaction;

/// The life of an interaction; each carries it as it is afterwards.
public sealed interface InteractionEvent extends LiveEvent {
    /// The interaction after the event.
    Interaction interaction();

    record Opened(Interaction interaction) implements InteractionEvent {}

    record Queued(Interaction interaction) implements InteractionEvent {}

    record Answered(Interaction interaction) implements InteractionEvent {}

    /// `target` is the queue, agent or number it went to.
    record Transferred(Interaction interaction, String target) implements InteractionEvent {}

    /// The contact is gone; what is left is wrap-up, or nothing.
    record Ended(Interaction interaction) implements InteractionEvent {}

    record Completed(Interaction interaction) implements InteractionEvent {}
}
