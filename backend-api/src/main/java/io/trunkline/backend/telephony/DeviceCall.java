package io.trunkline.backend.telephony;

import io.trunkline.model.AgentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call of an agent's device that is no interaction. It calls a colleague, or nobody: then the agent hears
/// themselves.
record DeviceCall(
        UUID id,
        Kind kind,
        AgentId callerId,
        @Nullable AgentId calleeId,
        String callSid,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String recordingSid) {
    enum Kind {
        COLLEAGUE,
        ECHO
    }
}
