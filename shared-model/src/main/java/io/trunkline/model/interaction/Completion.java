package io.trunkline.model.interaction;

import io.trunkline.model.CommandId;
import io.trunkline.model.DispositionId;
import org.jspecify.annotations.Nullable;

/// Ends the wrap-up. A queue may require the disposition.
public record Completion(
        CommandId command,
        @Nullable DispositionId disposition,
        @Nullable String note) {}
