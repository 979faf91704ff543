package io.trunkline.backend.routing;

import io.trunkline.model.interaction.ReservationState;
import java.util.Set;

/// The states of a reservation.
///
/// `OFFERED` becomes `ACCEPTED`, `DECLINED`, `EXPIRED` or `WITHDRAWN`; `ACCEPTED` becomes `WRAPPING`, and that
/// `COMPLETED`. Nothing else, and nothing back: whoever writes a state compares with the one it starts from.
final class Reservations {
    private Reservations() {}

    /// The states that may follow.
    static Set<ReservationState> after(ReservationState state) {
        return switch (state) {
            case OFFERED ->
                Set.of(
                        ReservationState.ACCEPTED,
                        ReservationState.DECLINED,
                        ReservationState.EXPIRED,
                        ReservationState.WITHDRAWN);
            case ACCEPTED -> Set.of(ReservationState.WRAPPING);
            case WRAPPING -> Set.of(ReservationState.COMPLETED);
            case COMPLETED, DECLINED, EXPIRED, WITHDRAWN -> Set.of();
        };
    }

    /// What an agent reads whose answer came when the reservation was no longer open.
    static String tooLate(ReservationState state) {
        return switch (state) {
            case OFFERED -> "This offer is still open.";
            case ACCEPTED, WRAPPING, COMPLETED -> "You have taken this already.";
            case DECLINED -> "You have declined this already.";
            case EXPIRED -> "The time to answer is over; somebody else is asked.";
            case WITHDRAWN -> "The contact has left.";
        };
    }
}
