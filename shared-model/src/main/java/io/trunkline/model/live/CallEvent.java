package io.trunkline.model.live;

import io.trunkline.model.call.CallState;

/// What happens in a running call.
public sealed interface CallEvent extends LiveEvent {
    record Changed(CallState call) implements CallEvent {}
}
