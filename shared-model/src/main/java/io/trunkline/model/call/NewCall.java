package io.trunkline.model.call;

import io.trunkline.model.CommandId;
import io.trunkline.model.QueueId;
import org.jspecify.annotations.Nullable;

/// Calls a number. The queue decides caller id, wrap-up and dispositions.
public record NewCall(
        CommandId command, String to, @Nullable QueueId queue) {}
