package io.trunkline.model.queue;

import io.trunkline.model.QueueId;

/// A queue by name.
public record QueueRef(QueueId id, String name) {}
