package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import java.util.HashMap;
import java.util.Map;

/// The agents as they come, change and go.
final class Desks {
    private final Map<AgentId, Desk> desks = new HashMap<>();
    private final RouterRules rules;
    private final TimerWheel wheel;
    private final Floor floor;
    private final Changed changed;

    Desks(RouterRules rules, TimerWheel wheel, Floor floor, Changed changed) {
        this.rules = rules;
        this.wheel = wheel;
        this.floor = floor;
        this.changed = changed;
    }

    void change(Standing standing) {
        var desk = desk(standing.agent());
        if (standing.version() <= desk.version) {
            return;
        }
        desk.version = standing.version();
        if (standing.offerable() && !desk.offerable) {
            desk.idleSince = Math.min(standing.idleSince(), wheel.now());
            desk.noAnswers = 0;
        }
        desk.offerable = standing.offerable();
        for (var channel : Channel.values()) {
            fit(desk, channel, standing);
        }
        changed.note(desk);
        floor.seat(desk);
    }

    Desk desk(AgentId agent) {
        var known = desks.get(agent);
        if (known != null) {
            return known;
        }
        var desk = new Desk(agent, desks.size());
        desks.put(agent, desk);
        return desk;
    }

    Desk.Seat seat(Desk desk, Channel channel) {
        var known = desk.seat(channel);
        if (known != null) {
            return known;
        }
        var seat = new Desk.Seat(desk, channel, rules.exclusive().contains(channel));
        desk.seats.add(seat);
        return seat;
    }

    private void fit(Desk desk, Channel channel, Standing standing) {
        var slots = standing.slots().getOrDefault(channel, 0);
        if (slots == 0 && desk.seat(channel) == null) {
            return;
        }
        var seat = seat(desk, channel);
        floor.leave(seat);
        seat.slots = slots;
        seat.lane = slots == 0 ? null : floor.lane(new Profile(channel, standing.queues(), standing.skills()));
    }
}
