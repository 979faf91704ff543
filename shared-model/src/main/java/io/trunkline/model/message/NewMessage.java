package io.trunkline.model.message;

import io.trunkline.model.CommandId;

/// Sends a text. The command becomes the message's id.
public record NewMessage(CommandId command, String text) {}
