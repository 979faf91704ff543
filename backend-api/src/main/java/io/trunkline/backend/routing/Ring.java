package io.trunkline.backend.routing;

import io.trunkline.model.ReservationId;
import org.jspecify.annotations.Nullable;

/// A reservation in the router's memory, from the offer to the end of the wrap-up.
final class Ring {
    final ReservationId id;
    final Desk.Seat seat;

    /// Nobody's once the interaction is released.
    @Nullable
    Work work;

    /// What the agent's idle time was before this offer moved it.
    final long idleBefore;

    final long offeredAt;

    /// Until somebody has said yes or no, or it is over.
    boolean offered;

    TimerWheel.@Nullable Timer deadline;

    /// By when a desktop has to have said that it rings; none once one has.
    TimerWheel.@Nullable Timer proof;

    Ring(ReservationId id, Desk.Seat seat, @Nullable Work work, long idleBefore, long offeredAt) {
        this.id = id;
        this.seat = seat;
        this.work = work;
        this.idleBefore = idleBefore;
        this.offeredAt = offeredAt;
    }

    /// Nothing more is due for it.
    void stop(TimerWheel wheel) {
        if (deadline != null) {
            wheel.cancel(deadline);
        }
        proven(wheel);
    }

    void proven(TimerWheel wheel) {
        if (proof != null) {
            wheel.cancel(proof);
            proof = null;
        }
    }
}
