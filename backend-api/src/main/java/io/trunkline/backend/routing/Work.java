package io.trunkline.backend.routing;

import io.trunkline.model.InteractionId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An interaction in the router's memory, from its arrival until nobody holds it any more.
final class Work extends Ranked {
    /// Waiting in its lane, being rung (also when the contact has left meanwhile), or taken.
    enum State {
        WAITING,
        RINGING,
        LEAVING,
        TAKEN,
        GONE
    }

    final Arrival arrival;

    // Kept here too: when its turn comes, an interaction that waited long is out of every cache but for this object.
    final InteractionId id;
    final long most;
    final long least;
    final long visit;
    final long offerMicros;

    final QueueRow queue;

    /// The one agent it is for.
    final @Nullable Desk only;

    Lane<Demand, Work> lane;
    State state = State.WAITING;
    long since;
    int steps;
    TimerWheel.@Nullable Timer nextStep;
    List<Refusal> refusals = List.of();

    @Nullable
    Ring ring;

    /// Queued again before the last visit was over.
    @Nullable
    Arrival again;

    Work(Arrival arrival, QueueRow queue, Lane<Demand, Work> lane, @Nullable Desk only) {
        this.arrival = arrival;
        this.id = arrival.interaction();
        this.most = id.value().getMostSignificantBits();
        this.least = id.value().getLeastSignificantBits();
        this.visit = arrival.visit();
        this.offerMicros = arrival.offerMicros();
        this.queue = queue;
        this.lane = lane;
        this.only = only;
    }

    boolean refusedBy(Desk desk) {
        for (var refusal : refusals) {
            if (refusal.desk == desk) {
                return true;
            }
        }
        return false;
    }

    /// Refused by this agent so lately that it is not offered to them, even if nobody else is there.
    boolean barredFor(Desk desk) {
        for (var refusal : refusals) {
            if (refusal.desk == desk) {
                return refusal.barred;
            }
        }
        return false;
    }

    Refusal refusal(Desk desk) {
        for (var refusal : refusals) {
            if (refusal.desk == desk) {
                return refusal;
            }
        }
        if (refusals.isEmpty()) {
            refusals = new ArrayList<>(2);
        }
        var refusal = new Refusal(desk);
        refusals.add(refusal);
        return refusal;
    }

    /// One agent who did not take it.
    static final class Refusal {
        final Desk desk;
        boolean barred;
        TimerWheel.@Nullable Timer coolOff;

        Refusal(Desk desk) {
            this.desk = desk;
        }
    }
}
