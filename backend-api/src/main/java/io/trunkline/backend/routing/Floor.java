package io.trunkline.backend.routing;

import io.trunkline.model.QueueId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that waits and everyone who is free: two sides of lanes, each knowing which of the other side fit.
///
/// Which lanes fit is worked out once, when a demand or a profile is seen for the first time.
final class Floor {
    private final Side<Demand, Work> waiting = new Side<>();
    private final Side<Profile, Desk.Seat> free = new Side<>();
    private final Map<QueueId, QueueRow> queues = new HashMap<>();
    private final List<QueueRow> queueOfLane = new ArrayList<>();

    QueueRow queue(QueueId id) {
        return queues.computeIfAbsent(id, _ -> new QueueRow());
    }

    QueueRow queueOf(Lane<Demand, Work> lane) {
        return queueOfLane.get(lane.slot);
    }

    Lane<Demand, Work> lane(Demand demand) {
        var known = waiting.known(demand);
        if (known != null) {
            return known;
        }
        var lane = waiting.open(
                demand, free.capacity(), () -> free.lanes().forEach(other -> other.fits.grow(waiting.capacity())));
        for (var other : free.lanes()) {
            join(lane, other);
        }
        var row = queue(demand.queue());
        row.lanes.add(lane);
        queueOfLane.add(row);
        lane.closed = row.paused;
        return lane;
    }

    Lane<Profile, Desk.Seat> lane(Profile profile) {
        var known = free.known(profile);
        if (known != null) {
            return known;
        }
        var lane = free.open(
                profile, waiting.capacity(), () -> waiting.lanes().forEach(other -> other.fits.grow(free.capacity())));
        for (var queue : profile.queues()) {
            for (var other : queue(queue).lanes) {
                join(other, lane);
            }
        }
        return lane;
    }

    void add(Work work) {
        if (work.only == null) {
            waiting.add(work.lane, work);
        } else {
            work.only.own.add(work);
            work.queue.own.add(work);
        }
    }

    void remove(Work work) {
        if (work.only == null) {
            waiting.remove(work.lane, work);
        } else {
            work.only.own.remove(work);
            work.queue.own.remove(work);
        }
    }

    void pause(QueueRow queue, boolean paused) {
        queue.paused = paused;
        for (var lane : queue.lanes) {
            waiting.close(lane, paused);
        }
    }

    /// Notes everyone free who could serve a queue that is open again.
    void noteFree(QueueRow queue, Changed changed) {
        for (var lane : queue.lanes) {
            if (lane.heap.size() > 0) {
                lane.fits.forEach(slot -> free.lanes().get(slot).heap.forEach(seat -> changed.note(seat.desk)));
            }
        }
        queue.own.forEach(changed::note);
    }

    /// Puts every seat of the agent where it belongs now: in its lane at the agent's idle time, or nowhere. Who is
    /// noted stays out of the lanes until they are shown: on a busy floor something waits for most of them.
    void seat(Desk desk) {
        for (var seat : desk.seats) {
            leave(seat);
            if (seat.lane != null && desk.hasFree(seat)) {
                seat.key = desk.idleSince;
                seat.open = true;
            }
        }
        if (!desk.noted) {
            show(desk);
        }
    }

    /// Lets what comes to wait find the agent.
    void show(Desk desk) {
        for (var seat : desk.seats) {
            if (seat.open && seat.lane != null && seat.at == Ranked.NOWHERE) {
                free.add(seat.lane, seat);
            }
        }
    }

    void leave(Desk.Seat seat) {
        seat.open = false;
        if (seat.lane != null && seat.at != Ranked.NOWHERE) {
            free.remove(seat.lane, seat);
        }
    }

    /// The first interaction this agent may be offered.
    @Nullable
    Work bestFor(Desk desk) {
        var best = desk.own.size() == 0 ? null : desk.own.firstNot(work -> !suits(work, desk));
        for (var seat : desk.seats) {
            if (seat.open && seat.lane != null) {
                var found = desk.bars == 0 ? waiting.first(seat.lane.fits) : unbarred(seat.lane, desk);
                if (found != null && (best == null || found.before(best))) {
                    best = found;
                }
            }
        }
        return best;
    }

    /// What is for this agent alone asks for nothing but a free seat; agents have few of those waiting.
    private static boolean suits(Work work, Desk desk) {
        var seat = desk.seat(work.lane.kind.channel());
        return seat != null && seat.open && !work.queue.paused && !work.barredFor(desk);
    }

    private @Nullable Work unbarred(Lane<Profile, Desk.Seat> seats, Desk desk) {
        return waiting.firstNot(seats.fits, work -> work.barredFor(desk));
    }

    /// The seat to offer it to: the longest idle of those who have not refused it, else of those whose refusal has
    /// cooled off.
    Desk.@Nullable Seat bestFor(Work work) {
        if (work.only != null) {
            return suits(work, work.only) ? work.only.seat(work.lane.kind.channel()) : null;
        }
        var fits = work.lane.fits;
        if (work.refusals.isEmpty()) {
            return free.first(fits);
        }
        var fresh = free.firstNot(fits, seat -> work.refusedBy(seat.desk));
        return fresh != null ? fresh : free.firstNot(fits, seat -> work.barredFor(seat.desk));
    }

    List<Desk.Seat> candidates(Work work, int limit) {
        return work.only == null ? free.first(work.lane.fits, limit) : List.of();
    }

    private static void join(Lane<Demand, Work> demand, Lane<Profile, Desk.Seat> profile) {
        if (profile.kind.meets(demand.kind)) {
            demand.fits.set(profile.slot);
            profile.fits.set(demand.slot);
        }
    }
}
