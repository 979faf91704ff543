package io.trunkline.backend.routing;

import io.trunkline.backend.routing.Findings.Property;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import io.trunkline.model.interaction.ReservationState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// One random walk through a [World]: contacts come and go, agents answer or do not, the clock runs, jumps and goes
/// back, routers die.
final class Walk {
    private static final long SECOND = 1_000_000;

    private final World world;
    private final int queues;
    private final int agents;
    private final int skills;
    private final int crowd;
    private int contacts;
    private long versions;
    private Oracle.Item watched;
    private Set<InteractionId> ahead = Set.of();
    private int watchedAt;

    Walk(World world) {
        this.world = world;
        queues = 1 + world.random.nextInt(4);
        agents = 1 + world.random.nextInt(9);
        skills = 1 + world.random.nextInt(4);
        crowd = 5 + world.random.nextInt(30);
    }

    void run(int steps) {
        for (var agent = 0; agent < agents; agent++) {
            stand(agent, true);
        }
        for (var step = 0; step < steps; step++) {
            world.nextStep();
            step();
            if (world.random.nextInt(100) < 80) {
                world.commit();
            }
            look();
        }
        settle();
    }

    private void step() {
        var dice = world.random.nextInt(1000);
        if (dice < 190) {
            count("enqueue", this::enqueue);
        } else if (dice < 230) {
            count("hang up", this::hangUp);
        } else if (dice < 310) {
            count("ring", this::ring);
        } else if (dice < 440) {
            count("time passes", () -> world.pass(world.random.nextLong(3 * SECOND)));
        } else if (dice < 460) {
            count("time jumps", () -> world.pass(world.random.nextLong(90 * SECOND)));
        } else if (dice < 480) {
            count("clock goes back", () -> world.pass(-world.random.nextLong(5 * SECOND)));
        } else if (dice < 620) {
            count("accept", () -> answer(ReservationState.ACCEPTED));
        } else if (dice < 680) {
            count("decline", () -> answer(ReservationState.DECLINED));
        } else if (dice < 800) {
            count("release or complete", this::finish);
        } else if (dice < 830) {
            count("transfer to a queue", this::transfer);
        } else if (dice < 890) {
            count("agent changes", () -> stand(world.random.nextInt(agents), world.random.nextInt(4) > 0));
        } else if (dice < 905) {
            count("queue paused or opened", this::pause);
        } else if (dice < 945) {
            count("event repeated", world::repeat);
        } else if (dice < 990) {
            count("late events arrive", world::tellLate);
        } else {
            count("router killed", world::restart);
        }
    }

    private void count(String kind, Runnable action) {
        world.findings.step(kind);
        action.run();
    }

    private void enqueue() {
        if (world.oracle.items.size() < crowd) {
            arrive(new InteractionId(new UUID(2, contacts++)), 1);
        }
    }

    private void arrive(InteractionId interaction, long visit) {
        var skew = world.random.nextInt(5) == 0 ? world.random.nextLong(-20 * SECOND, 20 * SECOND) : 0;
        var only = world.random.nextInt(12) == 0 ? new AgentId(new UUID(3, world.random.nextInt(agents))) : null;
        var demand = new Demand(queue(), channel(), someSkills(2));
        var steps = new ArrayList<Step>();
        for (var after = 1; after < 3 && world.random.nextInt(3) == 0; after++) {
            steps.add(new Step(20L * after * SECOND + world.random.nextLong(SECOND), someSkills(2), priority()));
        }
        var arrival = new Arrival(interaction, visit, demand, priority(), world.now + skew, 20 * SECOND, steps, only);
        world.ledger.entries.add(new Rows.Entry(arrival));
        world.tell(new RouterEvent.Enqueued(arrival));
    }

    private void hangUp() {
        var waiting = world.ledger.entries.stream()
                .filter(e -> e.place == Rows.Place.WAITING)
                .toList();
        if (!waiting.isEmpty()) {
            var entry = waiting.get(world.random.nextInt(waiting.size()));
            entry.place = Rows.Place.LEFT;
            world.tell(new RouterEvent.Left(entry.arrival.interaction(), entry.arrival.visit()));
        }
    }

    /// A desktop says that it rings; the router hears of it sometimes, and need not.
    private void ring() {
        for (var row : world.ledger.live()) {
            if (row.state == ReservationState.OFFERED && !row.rang && world.random.nextInt(4) > 0) {
                row.rang = true;
                if (world.random.nextBoolean()) {
                    world.tell(new RouterEvent.Rang(row.offer.reservation()));
                }
            }
        }
    }

    private void answer(ReservationState state) {
        var row = pick(r -> r.state == ReservationState.OFFERED);
        if (row == null || !world.ledger.move(row.offer.reservation(), state, world.now)) {
            return;
        }
        var id = row.offer.reservation();
        if (state == ReservationState.ACCEPTED) {
            world.ledger.waiting(row.offer.interaction(), row.offer.visit()).ifPresent(e -> {
                if (e.place == Rows.Place.WAITING) {
                    e.place = Rows.Place.DONE;
                }
            });
            world.tell(new RouterEvent.Accepted(id));
        } else {
            world.tell(new RouterEvent.Declined(id));
        }
    }

    private void finish() {
        var row = pick(r -> r.state == ReservationState.ACCEPTED || r.state == ReservationState.WRAPPING);
        if (row == null) {
            return;
        }
        if (row.state == ReservationState.ACCEPTED && world.random.nextInt(3) > 0) {
            release(row);
        } else {
            row.state = ReservationState.COMPLETED;
            row.endedAt = world.now;
            world.tell(new RouterEvent.Completed(row.offer.reservation()));
        }
    }

    private void release(Rows.Row row) {
        row.state = ReservationState.WRAPPING;
        world.tell(new RouterEvent.Released(row.offer.reservation()));
    }

    /// The contact waits again while the first agent still wraps up; sometimes the news cross.
    private void transfer() {
        var row = pick(r -> r.state == ReservationState.ACCEPTED);
        if (row != null) {
            var early = world.random.nextBoolean();
            if (early) {
                arrive(row.offer.interaction(), row.offer.visit() + 1);
            }
            release(row);
            if (!early) {
                arrive(row.offer.interaction(), row.offer.visit() + 1);
            }
        }
    }

    private void stand(int index, boolean offerable) {
        var agent = new AgentId(new UUID(3, index));
        var slots = new HashMap<Channel, Integer>();
        slots.put(Channel.VOICE, world.random.nextInt(5) == 0 ? 0 : 1);
        slots.put(Channel.SMS, world.random.nextInt(4));
        var mine = new HashSet<QueueId>();
        for (var queue = 0; queue < queues; queue++) {
            if (world.random.nextInt(4) > 0) {
                mine.add(new QueueId(new UUID(4, queue)));
            }
        }
        var standing = new Standing(agent, ++versions, offerable, world.now, mine, someSkills(6), slots);
        world.ledger.agents.put(agent, standing);
        world.tell(new RouterEvent.AgentChanged(standing));
    }

    private void pause() {
        var queue = queue();
        var known = world.ledger.queues.get(queue);
        var event = new RouterEvent.QueuePaused(queue, ++versions, known == null || !known.paused());
        world.ledger.queues.put(queue, event);
        world.tell(event);
    }

    /// What can be seen from outside after a step.
    private void look() {
        var where = world.where();
        world.findings.check(Property.P8, world.router.interactions() == world.oracle.items.size(), where + " count");
        world.findings.check(Property.P8, world.router.reservations() == world.oracle.bonds.size(), where + " rings");
        guards(where);
        if (watched == null || !watched.inLine() || !world.oracle.items.containsValue(watched)) {
            var line = world.oracle.items.values().stream()
                    .filter(Oracle.Item::inLine)
                    .toList();
            watched = line.isEmpty() ? null : line.get(world.random.nextInt(line.size()));
            ahead = watched == null ? Set.of() : aheadOf(watched);
            watchedAt = world.oracle.orders;
        } else {
            watch(where);
        }
    }

    /// In the rows themselves nothing is held twice and nobody holds too much.
    private void guards(String where) {
        var interactions = new HashSet<InteractionId>();
        var held = new HashMap<AgentId, List<Channel>>();
        for (var row : world.ledger.live()) {
            if (row.bindsInteraction()) {
                world.findings.check(Property.P1, interactions.add(row.offer.interaction()), where + " row");
            }
            held.computeIfAbsent(row.offer.agent(), _ -> new ArrayList<>()).add(row.offer.channel());
        }
        for (var channels : held.values()) {
            var alone = !channels.contains(Channel.VOICE) || channels.size() == 1;
            world.findings.check(Property.P2, alone, where + " row " + channels);
        }
    }

    /// Nobody who stood behind gets ahead, but by a step or by arriving with a better score.
    private void watch(String where) {
        var position = world.router.position(watched.arrival.interaction());
        world.findings.check(Property.P8, position.orElse(-1) == world.oracle.position(watched), where + " position");
        var now = aheadOf(watched);
        for (var other : now) {
            var item = world.oracle.items.get(other);
            var fair = ahead.contains(other)
                    || item.order >= watchedAt
                    || item.arrival.visit() > 1
                    || !item.arrival.steps().isEmpty()
                    || !watched.arrival.steps().isEmpty();
            world.findings.check(Property.P8, fair, where + " overtaken");
        }
        ahead = now;
        watchedAt = world.oracle.orders;
    }

    private Set<InteractionId> aheadOf(Oracle.Item item) {
        var found = new HashSet<InteractionId>();
        for (var other : world.oracle.items.values()) {
            if (other != item && other.inLine() && world.oracle.before(other, item)) {
                found.add(other.arrival.interaction());
            }
        }
        return found;
    }

    /// Lets everything arrive: the router then knows exactly what the rows say.
    private void settle() {
        world.ledger.live().stream()
                .filter(r -> r.state == ReservationState.ACCEPTED)
                .forEach(this::release);
        for (var round = 0; round < 20; round++) {
            world.tellLate();
            world.commit();
            world.pass(SECOND);
        }
        for (var row : world.ledger.rows.values()) {
            var stuck = row.state == ReservationState.OFFERED && row.offer.deadline() + 2 * SECOND < world.now;
            world.findings.check(Property.P11, !stuck, world.where() + " row stuck " + row.offer);
            var mute = row.state == ReservationState.OFFERED && !row.rang && offeredLongAgo(row);
            world.findings.check(Property.P11, !mute, world.where() + " row mute " + row.offer);
        }
        var waiting = world.ledger.entries.stream()
                .filter(e -> e.place == Rows.Place.WAITING)
                .map(e -> e.arrival.interaction())
                .collect(Collectors.toSet());
        var known = world.oracle.items.values().stream()
                .filter(Oracle.Item::inLine)
                .map(i -> i.arrival.interaction())
                .collect(Collectors.toSet());
        world.findings.check(Property.P8, waiting.equals(known), world.where() + " " + waiting + known);
        world.replay();
    }

    private boolean offeredLongAgo(Rows.Row row) {
        return row.offer.deadline() - 20 * SECOND + 5 * SECOND < world.now;
    }

    private Rows.Row pick(Predicate<Rows.Row> wanted) {
        var rows = world.ledger.live().stream().filter(wanted).toList();
        return rows.isEmpty() ? null : rows.get(world.random.nextInt(rows.size()));
    }

    private QueueId queue() {
        return new QueueId(new UUID(4, world.random.nextInt(queues)));
    }

    private Channel channel() {
        return world.random.nextBoolean() ? Channel.VOICE : Channel.SMS;
    }

    private int priority() {
        return world.random.nextInt(3) == 0 ? world.random.nextInt(40) : 0;
    }

    private Map<SkillId, Integer> someSkills(int most) {
        var some = new HashMap<SkillId, Integer>();
        for (var skill = 0; skill < skills; skill++) {
            if (world.random.nextInt(6) < most) {
                some.put(new SkillId(new UUID(5, skill)), 1 + world.random.nextInt(most > 3 ? 5 : 3));
            }
        }
        return some;
    }
}
