package io.trunkline.model.presence;

import io.trunkline.model.identity.AgentRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an agent is doing now, and since when. `reason` goes with `AWAY`.
public record Presence(
        AgentRef agent, PresenceState state, @Nullable String reason, Instant since) {}
