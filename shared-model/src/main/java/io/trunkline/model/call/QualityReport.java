package io.trunkline.model.call;

import io.trunkline.model.CommandId;

/// Tells the ledger how an agent's line was in a call.
public record QualityReport(CommandId command, CallQuality quality) {}
