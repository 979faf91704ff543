package io.trunkline.model.call;

import io.trunkline.model.CommandId;

/// Transfers blind: to a queue or agent by id, or to a number.
public record Transfer(CommandId command, TargetKind kind, String target) {}
