package io.trunkline.model.presence;

import org.jspecify.annotations.Nullable;

/// Creates or changes a reason; absent fields take their defaults, or stay as they are.
public record AwayReasonChange(
        @Nullable String name, @Nullable Integer position) {}
