package io.trunkline.model.interaction;

import io.trunkline.model.SegmentId;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.queue.QueueRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The part of an interaction spent in one queue or with one agent.
public record Segment(
        SegmentId id,
        @Nullable QueueRef queue,
        @Nullable AgentRef agent,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Instant wrappedAt,
        @Nullable Outcome outcome) {}
