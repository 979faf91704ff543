package io.trunkline.backend.routing;

import io.trunkline.backend.bench.CpuTime;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.SkillId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/// A busy centre for measuring: every agent talks, a constant number waits; each time one agent ends, is given the next
/// interaction and accepts, and one more contact arrives.
public final class RouterWorkload {
    private static final int SKILLS = 20;
    private static final long START = 1_800_000_000_000_000L;
    private static final int ARRIVALS = 1 << 17;
    private static final int BATCH = 1 << 8;

    /// How large the centre is; `profiles` is how many different sets of skills the agents have.
    public record Size(int waiting, int agents, int profiles, int signatures) {}

    private final Random random = new Random(42);
    private final Router router;
    private final List<Map<SkillId, Integer>> demands;
    private final RouterEvent[] arrivals = new RouterEvent[ARRIVALS];
    private final List<ReservationId> talking = new ArrayList<>();
    private ReservationId offered;
    private long decisions;
    private long reservations;
    private long contacts;
    private int next;
    private long now = START;

    public RouterWorkload(Size size) {
        router = new Router(RouterRules.DEFAULT, () -> new ReservationId(new UUID(9, reservations++)), this::take, now);
        demands = demands(size.signatures(), random);
        var events = new ArrayList<RouterEvent>();
        for (var index = 0; index < size.agents(); index++) {
            events.add(agent(index, profiles(size.profiles()).get(index % size.profiles())));
        }
        for (var index = 0; index < size.waiting() + size.agents(); index++) {
            events.add(contact(now - size.waiting() - size.agents() + index));
        }
        var offers = new ArrayList<ReservationId>();
        collecting = offers;
        router.onAll(events, now);
        collecting = null;
        for (var id : offers) {
            router.on(new RouterEvent.Accepted(id), now);
            talking.add(id);
        }
        refill();
    }

    private List<ReservationId> collecting;
    private List<Map<SkillId, Integer>> profiles;

    /// Decides for that much processor time and gives the decisions per second of it; every eighth latency of the
    /// deciding event is by the clock on the wall, in nanoseconds.
    public double run(long nanos, Histogram latency) {
        var before = decisions;
        var spent = 0L;
        while (spent < nanos) {
            refill();
            var begin = CpuTime.nanos();
            for (var round = 0; round < ARRIVALS / 2 / BATCH && CpuTime.nanos() - begin < nanos - spent; round++) {
                for (var each = 0; each < BATCH; each++) {
                    cycle(latency);
                }
            }
            spent += CpuTime.nanos() - begin;
        }
        return (decisions - before) * 1e9 / spent;
    }

    private void cycle(Histogram latency) {
        now += 100;
        var place = random.nextInt(talking.size());
        var completed = new RouterEvent.Completed(talking.get(place));
        offered = null;
        if ((decisions & 7) == 0) {
            var begin = System.nanoTime();
            router.on(completed, now);
            latency.recordValue(System.nanoTime() - begin);
        } else {
            router.on(completed, now);
        }
        if (offered == null) {
            throw new IllegalStateException("nobody waits for this agent");
        }
        talking.set(place, offered);
        router.on(new RouterEvent.Accepted(offered), now);
        router.on(arrivals[next++], now);
    }

    private void take(Decision decision) {
        if (decision instanceof Decision.Offer offer) {
            decisions++;
            offered = offer.reservation();
            if (collecting != null) {
                collecting.add(offered);
            }
        }
    }

    /// Contacts are made outside the time that is measured.
    private void refill() {
        if (next == 0 || next > ARRIVALS / 2 - 1) {
            for (var index = 0; index < ARRIVALS; index++) {
                arrivals[index] = contact(START + contacts);
            }
            next = 0;
        }
    }

    private RouterEvent contact(long at) {
        var skills = demands.get(random.nextInt(demands.size()));
        var demand = new Demand(new QueueId(new UUID(1, 1)), Channel.VOICE, skills);
        var priority = random.nextInt(10) == 0 ? 60 : 0;
        return new RouterEvent.Enqueued(new Arrival(
                new InteractionId(new UUID(2, contacts++)), 1, demand, priority, at, 20_000_000, List.of(), null));
    }

    private static RouterEvent agent(int index, Map<SkillId, Integer> skills) {
        return new RouterEvent.AgentChanged(new Standing(
                new AgentId(new UUID(3, index)),
                1,
                true,
                START - index,
                Set.of(new QueueId(new UUID(1, 1))),
                skills,
                Map.of(Channel.VOICE, 1)));
    }

    private List<Map<SkillId, Integer>> profiles(int count) {
        if (profiles == null) {
            profiles = skillSets(count, random);
        }
        return profiles;
    }

    /// Different sets of eight of twenty skills at levels 3 to 5.
    private static List<Map<SkillId, Integer>> skillSets(int count, Random random) {
        var sets = new LinkedHashSet<Map<SkillId, Integer>>();
        while (sets.size() < count) {
            var set = new HashMap<SkillId, Integer>();
            while (set.size() < 8) {
                set.put(skill(random.nextInt(SKILLS)), 3 + random.nextInt(3));
            }
            sets.add(set);
        }
        return List.copyOf(sets);
    }

    /// The twenty skills and their 190 pairs at level 1; beyond 210 also pairs and triples at levels 1 to 3.
    private static List<Map<SkillId, Integer>> demands(int count, Random random) {
        var sets = new LinkedHashSet<Map<SkillId, Integer>>();
        for (var first = 0; first < SKILLS; first++) {
            sets.add(Map.of(skill(first), 1));
            for (var second = first + 1; second < SKILLS; second++) {
                sets.add(Map.of(skill(first), 1, skill(second), 1));
            }
        }
        while (sets.size() < count) {
            var set = new HashMap<SkillId, Integer>();
            for (var index = 0; index < 3; index++) {
                set.put(skill(random.nextInt(SKILLS)), 1 + random.nextInt(3));
            }
            sets.add(Map.copyOf(set));
        }
        return List.copyOf(sets);
    }

    private static SkillId skill(int index) {
        return new SkillId(new UUID(5, index));
    }
}
