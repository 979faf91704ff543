package io.trunkline.model.interaction;

import io.trunkline.model.DispositionId;
import io.trunkline.model.QueueId;
import org.jspecify.annotations.Nullable;

/// An outcome code. Without a queue it is offered in all of them.
public record Disposition(
        DispositionId id, String name, @Nullable QueueId queue) {}
