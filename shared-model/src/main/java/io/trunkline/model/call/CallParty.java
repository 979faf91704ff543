package io.trunkline.model.call;

import io.trunkline.model.interaction.ParticipantRole;

/// Someone in the running call.
public record CallParty(ParticipantRole role, String name, boolean muted, boolean held, boolean connected) {}
