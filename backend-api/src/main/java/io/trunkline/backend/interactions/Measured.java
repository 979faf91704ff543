package io.trunkline.backend.interactions;

import io.trunkline.model.AgentId;
import io.trunkline.model.CommandId;
import io.trunkline.model.LegId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.CallQuality;

/// What an agent's device measured on one of its legs.
public record Measured(CommandId command, AgentId agent, ReservationId reservation, LegId leg, CallQuality quality) {}
