package io.trunkline.model.live;

import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;

/// What agents are doing.
public sealed interface PresenceEvent extends LiveEvent {
    record Changed(Presence presence, PresenceState before) implements PresenceEvent {}
}
