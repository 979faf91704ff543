package io.trunkline.model.call;

import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;

/// An outbound call that was begun; the desktop now connects its device with the reservation.
public record Started(InteractionId interaction, ReservationId reservation) {}
