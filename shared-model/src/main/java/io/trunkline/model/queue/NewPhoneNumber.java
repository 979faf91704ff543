package io.trunkline.model.queue;

import io.trunkline.model.FlowId;
import io.trunkline.model.QueueId;
import org.jspecify.annotations.Nullable;

/// Creates or changes a telephone number.
public record NewPhoneNumber(
        String number,
        String label,
        @Nullable FlowId flow,
        @Nullable QueueId textQueue) {}
