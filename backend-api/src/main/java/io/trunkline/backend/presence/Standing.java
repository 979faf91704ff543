package io.trunkline.backend.presence;

import io.trunkline.model.presence.PresenceState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where one agent stands, and how each happening moves them. Pure.
///
/// A wish made during work (or the state work began from) is kept and takes effect after it; the latest wish wins.
///
/// @param idleSince when the agent last became free; a refused offer does not reset it
/// @param connected whether a desktop of the agent's is on the live feed; without one nobody is offered anything
record Standing(
        PresenceState state,
        @Nullable String reason,
        Instant since,
        Instant idleSince,
        @Nullable PresenceState wish,
        @Nullable String wishReason,
        boolean connected) {

    /// Somebody never seen before.
    static Standing unknown(Instant now) {
        return new Standing(PresenceState.OFFLINE, null, now, now, null, null, false);
    }

    boolean working() {
        return switch (state) {
            case RESERVED, ENGAGED, WRAP_UP -> true;
            case AVAILABLE, AWAY, OFFLINE -> false;
        };
    }

    boolean offerable() {
        return state == PresenceState.AVAILABLE && connected;
    }

    /// The agent, or a supervisor, asks for a state: at once when free, after the work otherwise.
    Standing wished(PresenceState wanted, @Nullable String why, Instant now) {
        return working() ? wishing(wanted, why) : free(wanted, why, now);
    }

    /// An offer was made; refused when the agent is not offerable, shown by an unchanged standing.
    Standing reserved(Instant now) {
        return offerable() ? working(PresenceState.RESERVED, now) : this;
    }

    Standing engaged(Instant now) {
        return working(PresenceState.ENGAGED, now);
    }

    /// Something beside the work of queues; it concerns those who could be offered work.
    Standing occupied(Instant now) {
        return state == PresenceState.AVAILABLE || working() ? working(PresenceState.ENGAGED, now) : this;
    }

    Standing wrappingUp(Instant now) {
        return working(PresenceState.WRAP_UP, now);
    }

    /// The work is over. An offer that came to nothing leaves `idleSince` as it was.
    Standing released(Instant now) {
        if (!working()) {
            return this;
        }
        var idle = state == PresenceState.RESERVED ? idleSince : now;
        if (!connected) {
            return new Standing(PresenceState.OFFLINE, null, now, idle, restored(), restoredReason(), false);
        }
        var next = wish == null ? PresenceState.AVAILABLE : wish;
        return new Standing(next, wish == null ? null : wishReason, now, idle, null, null, true);
    }

    /// Routing sends an agent away who does not answer; also out of a reservation.
    Standing sentAway(String why, Instant now) {
        return state == PresenceState.OFFLINE ? this : free(PresenceState.AWAY, why, now);
    }

    /// A desktop is there. Who was taken offline by its loss is put back where they stood.
    Standing connected(Instant now) {
        if (state == PresenceState.OFFLINE && wish != null) {
            return new Standing(wish, wishReason, now, now, null, null, true);
        }
        return new Standing(state, reason, since, idleSince, wish, wishReason, true);
    }

    Standing lost() {
        return new Standing(state, reason, since, idleSince, wish, wishReason, false);
    }

    /// The time to come back is over: offline, unless there is work, which nothing takes away.
    Standing graceOver(Instant now) {
        if (connected || working() || state == PresenceState.OFFLINE) {
            return this;
        }
        return new Standing(PresenceState.OFFLINE, null, now, idleSince, state, reason, false);
    }

    private PresenceState restored() {
        return wish == null ? PresenceState.AVAILABLE : wish;
    }

    private @Nullable String restoredReason() {
        return wish == null ? null : wishReason;
    }

    private Standing wishing(PresenceState wanted, @Nullable String why) {
        return new Standing(state, reason, since, idleSince, wanted, why, connected);
    }

    private Standing free(PresenceState wanted, @Nullable String why, Instant now) {
        var idle = wanted == PresenceState.AVAILABLE && state != PresenceState.AVAILABLE ? now : idleSince;
        var from = state == wanted && Objects.equals(reason, why) ? since : now;
        return new Standing(wanted, why, from, idle, null, null, connected);
    }

    private Standing working(PresenceState next, Instant now) {
        if (state == next) {
            return this;
        }
        var keep = wish == null && (state == PresenceState.AWAY || state == PresenceState.OFFLINE);
        return new Standing(next, null, now, idleSince, keep ? state : wish, keep ? reason : wishReason, connected);
    }
}
