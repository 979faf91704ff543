package io.trunkline.model.call;

import io.trunkline.model.ReservationId;
import io.trunkline.model.identity.AgentRef;
import java.time.Instant;

/// How one agent's line was while they held a call, and when that was told.
public record AgentQuality(AgentRef agent, ReservationId reservation, CallQuality quality, Instant at) {}
