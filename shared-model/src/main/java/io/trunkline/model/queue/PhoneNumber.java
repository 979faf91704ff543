package io.trunkline.model.queue;

import io.trunkline.model.FlowId;
import io.trunkline.model.NumberId;
import io.trunkline.model.QueueId;
import org.jspecify.annotations.Nullable;

/// A telephone number of the tenant, the flow that answers its calls and the queue that takes its texts.
public record PhoneNumber(
        NumberId id,
        String number,
        String label,
        @Nullable FlowId flow,
        @Nullable QueueId textQueue) {}
