package io.trunkline.model.live;

import io.trunkline.model.interaction.Reservation;

/// The life of an offer to one agent.
public sealed interface ReservationEvent extends LiveEvent {
    /// The reservation after the event.
    Reservation reservation();

    record Offered(Reservation reservation) implements ReservationEvent {}

    record Accepted(Reservation reservation) implements ReservationEvent {}

    record Declined(Reservation reservation) implements ReservationEvent {}

    record Expired(Reservation reservation) implements ReservationEvent {}

    /// Expired early, because no desktop of the agent's said in time that it rings.
    record NotRinging(Reservation reservation) implements ReservationEvent {}

    record Withdrawn(Reservation reservation) implements ReservationEvent {}

    record Wrapping(Reservation reservation) implements ReservationEvent {}

    record Completed(Reservation reservation) implements ReservationEvent {}
}
