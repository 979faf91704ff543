package io.trunkline.backend.telephony;

import io.trunkline.model.AgentId;
import io.trunkline.model.ReservationId;

/// An agent's device calls in for a reservation.
public record AgentArrival(CallSid sid, AgentId agent, ReservationId reservation) {}
