package io.trunkline.model.call;

import io.trunkline.model.CommandId;

/// Turns hold or mute on or off.
public record Switch(CommandId command, boolean on) {}
