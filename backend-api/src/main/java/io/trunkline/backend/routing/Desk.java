package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agent in the router's memory.
final class Desk {
    final AgentId agent;
    final long tie;
    final List<Seat> seats = new ArrayList<>(2);

    /// Waiting for this agent and nobody else.
    final Heap<Work> own = new Heap<>();

    long version;
    boolean offerable;
    long idleSince;
    int live;
    int liveAlone;
    int noAnswers;

    /// Waiting interactions this agent refused a moment ago.
    int bars;

    /// Already noted as somebody who may take more.
    boolean noted;

    Desk(AgentId agent, long tie) {
        this.agent = agent;
        this.tie = tie;
    }

    @Nullable
    Seat seat(Channel channel) {
        for (var seat : seats) {
            if (seat.channel == channel) {
                return seat;
            }
        }
        return null;
    }

    boolean hasFree(Seat seat) {
        return offerable && seat.live < seat.slots && (seat.alone ? live == 0 : liveAlone == 0);
    }

    /// An agent's place on one channel; stands in the lane of its profile while it is open, unless the agent is noted.
    static final class Seat extends Ranked {
        final Desk desk;
        final Channel channel;
        final boolean alone;
        int slots;
        int live;

        /// Can take one more.
        boolean open;

        @Nullable
        Lane<Profile, Seat> lane;

        Seat(Desk desk, Channel channel, boolean alone) {
            this.desk = desk;
            this.channel = channel;
            this.alone = alone;
            this.tie = desk.tie;
        }
    }
}
