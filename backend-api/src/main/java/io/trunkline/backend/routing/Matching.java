package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Brings together what has become possible, and looks at nothing else.
///
/// Between two calls no free agent fits an interaction that waits. So only agents who became able to take more, and
/// interactions that began to wait or ask for less, have to be looked at; the lowest key goes first.
final class Matching {
    private final Floor floor;
    private final Rings rings;
    private final Changed changed;
    private final int candidatesKept;

    Matching(Floor floor, Rings rings, Changed changed, int candidatesKept) {
        this.floor = floor;
        this.rings = rings;
        this.changed = changed;
        this.candidatesKept = candidatesKept;
    }

    void settle() {
        if (changed.works.isEmpty() && changed.desks.size() == 1) {
            feed(changed.desks.get(0));
            changed.show(floor);
        } else if (changed.desks.isEmpty() && changed.works.size() == 1) {
            place(changed.works.get(0));
        } else if (!changed.works.isEmpty() || !changed.desks.isEmpty()) {
            changed.show(floor);
            inOrder();
        }
        changed.clear();
    }

    /// One agent alone has become able to take more: whatever suits them suits nobody else who is free.
    private void feed(Desk desk) {
        for (var work = floor.bestFor(desk); work != null; work = floor.bestFor(desk)) {
            var seat = Objects.requireNonNull(desk.seat(work.lane.kind.channel()));
            rings.offer(work, seat, List.of(candidate(seat)));
        }
    }

    private void place(Work work) {
        if (work.state != Work.State.WAITING || work.queue.paused) {
            return;
        }
        var seat = floor.bestFor(work);
        if (seat != null) {
            rings.offer(work, seat, candidates(work, seat));
        }
    }

    private List<Decision.Candidate> candidates(Work work, Desk.Seat chosen) {
        var candidates = new ArrayList<Decision.Candidate>(candidatesKept);
        candidates.add(candidate(chosen));
        for (var seat : floor.candidates(work, candidatesKept)) {
            if (seat != chosen && candidates.size() < candidatesKept && !work.barredFor(seat.desk)) {
                candidates.add(candidate(seat));
            }
        }
        return candidates;
    }

    private static Decision.Candidate candidate(Desk.Seat seat) {
        return new Decision.Candidate(seat.desk.agent, seat.desk.idleSince);
    }

    private void inOrder() {
        var turns = new PriorityQueue<Turn>();
        for (var work : changed.works) {
            turns.add(new Turn(work, null));
        }
        for (var desk : changed.desks) {
            addTurn(turns, desk);
        }
        for (var turn = turns.poll(); turn != null; turn = turns.poll()) {
            if (turn.desk == null) {
                place(turn.work);
            } else {
                if (floor.bestFor(turn.desk) == turn.work) {
                    place(turn.work);
                }
                addTurn(turns, turn.desk);
            }
        }
    }

    private void addTurn(PriorityQueue<Turn> turns, Desk desk) {
        var best = floor.bestFor(desk);
        if (best != null) {
            turns.add(new Turn(best, desk));
        }
    }

    private record Turn(Work work, @Nullable Desk desk) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            if (work == other.work) {
                return 0;
            }
            return work.before(other.work) ? -1 : 1;
        }
    }
}
