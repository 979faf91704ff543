package io.trunkline.backend.interactions;

import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.contact.ContactRef;
import org.jspecify.annotations.Nullable;

/// What is known when an interaction begins. `ourAddress` is the number or address of ours that was reached or is
/// shown.
public record Opening(
        InteractionId id,
        Channel channel,
        Direction direction,
        ContactRef contact,
        @Nullable String ourAddress,
        @Nullable ThreadId thread) {}
