package io.trunkline.backend.interactions;

import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known when an interaction begins. `ourAddress` is the number or address of ours that was reached or is
/// shown.
public record Opening(
        InteractionId id,
        Channel channel,
        Direction direction,
        ContactRef contact,
        @Nullable String ourAddress,
        @Nullable ThreadId thread) {
    /// The interaction as it is written: known without reading it back, since a call waits for it.
    Interaction asOf(Instant now) {
        return new Interaction(
                id,
                channel,
                direction,
                InteractionState.OPEN,
                null,
                contact,
                null,
                null,
                thread,
                now,
                null,
                null,
                null,
                null,
                null);
    }
}
