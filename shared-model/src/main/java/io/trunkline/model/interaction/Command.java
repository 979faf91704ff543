package io.trunkline.model.interaction;

import io.trunkline.model.CommandId;

/// A command without further content, applied once.
public record Command(CommandId command) {}
