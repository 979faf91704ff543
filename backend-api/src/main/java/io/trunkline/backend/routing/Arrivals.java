package io.trunkline.backend.routing;

import io.trunkline.model.InteractionId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What comes to wait, what changes for it while it waits, and what leaves.
final class Arrivals {
    private final IdMap<Work> works = new IdMap<>(1_024);
    private final Seen seen = new Seen();
    private final Ageing ageing;
    private final TimerWheel wheel;
    private final Floor floor;
    private final Desks desks;
    private final Changed changed;
    private final Consumer<Decision> out;
    private long order;

    Arrivals(Ageing ageing, TimerWheel wheel, Floor floor, Desks desks, Changed changed, Consumer<Decision> out) {
        this.ageing = ageing;
        this.wheel = wheel;
        this.floor = floor;
        this.desks = desks;
        this.changed = changed;
        this.out = out;
    }

    @Nullable
    Work find(InteractionId interaction) {
        return works.get(interaction.value());
    }

    Set<InteractionId> waiting() {
        var ids = new HashSet<InteractionId>();
        for (var work : works.values()) {
            if (work.state == Work.State.WAITING || work.state == Work.State.RINGING) {
                ids.add(work.id);
            }
        }
        return ids;
    }

    int size() {
        return works.size();
    }

    void enqueue(Arrival arrival) {
        var standing = works.get(arrival.interaction().value());
        if (arrival.visit() <= seen.last(arrival.interaction())) {
            return;
        }
        if (standing == null) {
            admit(arrival);
        } else if (arrival.visit() > latest(standing)) {
            standing.again = arrival;
            depart(standing);
        }
    }

    /// A visit that is over ends every earlier one, also when it was never heard of.
    void left(InteractionId interaction, long visit) {
        var work = works.get(interaction.value());
        if (work == null) {
            seen.over(interaction, visit);
            return;
        }
        if (work.again != null && work.again.visit() <= visit) {
            work.again = null;
            seen.over(interaction, visit);
        }
        if (work.visit <= visit) {
            seen.over(interaction, visit);
            depart(work);
        }
    }

    void stopRinging(Work work) {
        if (work.state == Work.State.RINGING) {
            work.queue.ringing.remove(work);
        }
    }

    /// Back to its place, since nobody took it.
    void wait(Work work) {
        work.state = Work.State.WAITING;
        work.ring = null;
        floor.add(work);
        changed.note(work);
    }

    void drop(Work work) {
        if (work.state == Work.State.GONE) {
            return;
        }
        work.state = Work.State.GONE;
        if (work.nextStep != null) {
            wheel.cancel(work.nextStep);
        }
        for (var refusal : work.refusals) {
            lift(refusal);
        }
        works.remove(work.most, work.least);
        seen.over(work.most, work.least, work.visit);
        if (work.again != null && work.again.visit() > seen.last(work.id)) {
            admit(work.again);
        }
    }

    /// Keeps it from this agent until then.
    void bar(Work work, Desk desk, long until) {
        var refusal = work.refusal(desk);
        lift(refusal);
        if (until <= wheel.now()) {
            return;
        }
        refusal.barred = true;
        desk.bars++;
        refusal.coolOff = wheel.set(until, () -> {
            lift(refusal);
            changed.note(work);
        });
    }

    private void lift(Work.Refusal refusal) {
        if (refusal.barred) {
            refusal.barred = false;
            refusal.desk.bars--;
        }
        if (refusal.coolOff != null) {
            wheel.cancel(refusal.coolOff);
            refusal.coolOff = null;
        }
    }

    private static long latest(Work work) {
        return work.again == null ? work.visit : work.again.visit();
    }

    private void admit(Arrival arrival) {
        var demand = arrival.demand();
        var only = arrival.only() == null ? null : desks.desk(arrival.only());
        var lane = floor.lane(demand);
        var work = new Work(arrival, floor.queueOf(lane), lane, only);
        work.since = Math.min(arrival.enqueuedAt(), wheel.now());
        work.tie = order++;
        work.key = key(work, arrival.priority());
        works.put(work.id.value(), work);
        floor.add(work);
        changed.note(work);
        step(work);
    }

    private void depart(Work work) {
        switch (work.state) {
            case WAITING -> {
                floor.remove(work);
                drop(work);
            }
            case RINGING -> {
                stopRinging(work);
                work.state = Work.State.LEAVING;
                if (work.ring != null) {
                    work.ring.stop(wheel);
                    out.accept(new Decision.Withdraw(work.ring.id));
                }
            }
            case LEAVING, TAKEN, GONE -> {}
        }
    }

    /// Applies the steps that are due and sets the timer for the next.
    private void step(Work work) {
        var steps = work.arrival.steps();
        var begin = work.steps;
        while (work.steps < steps.size() && due(work, steps.get(work.steps)) <= wheel.now()) {
            work.steps++;
        }
        if (work.steps > begin) {
            move(work, steps.get(work.steps - 1));
        }
        work.nextStep =
                work.steps < steps.size() ? wheel.set(due(work, steps.get(work.steps)), () -> step(work)) : null;
    }

    private void move(Work work, Step step) {
        var waiting = work.state == Work.State.WAITING;
        var ringing = work.state == Work.State.RINGING;
        if (waiting) {
            floor.remove(work);
        } else if (ringing) {
            work.queue.ringing.remove(work);
        }
        work.key = key(work, step.priority());
        work.lane = floor.lane(work.lane.kind.with(step.skills()));
        if (waiting) {
            floor.add(work);
            changed.note(work);
        } else if (ringing) {
            work.queue.ringing.add(work);
        }
    }

    private long key(Work work, int priority) {
        return ageing.key(work.since, priority);
    }

    private static long due(Work work, Step step) {
        return work.since + step.afterMicros();
    }
}
