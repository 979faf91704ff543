package io.trunkline.model.live;

import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallState;

/// What happens in a running call.
public sealed interface CallEvent extends LiveEvent {
    record Changed(CallState call) implements CallEvent {}

    /// The carrier did not put the contact on hold, or did not take them back (`on` is false). How they are now
    /// was told just before.
    record HoldRefused(InteractionId interaction, boolean on) implements CallEvent {}
}
