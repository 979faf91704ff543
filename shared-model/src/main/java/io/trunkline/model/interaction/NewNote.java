package io.trunkline.model.interaction;

import io.trunkline.model.CommandId;

/// Adds a note. Sent again with the same command, it is added once.
public record NewNote(CommandId command, String text) {}
