package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.SkillId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// What a router must know, kept the simplest way: plain maps, full scans, no timers. It hears the same events and
/// judges every decision.
final class Oracle {
    static final class Item {
        Arrival arrival;
        long since;
        int order;
        char state = 'W';
        final Map<AgentId, Long> refused = new HashMap<>();
        Arrival again;

        boolean inLine() {
            return state == 'W' || state == 'R';
        }
    }

    static final class Person {
        Standing standing;
        int order;
        boolean offerable;
        long idleSince;
        int noAnswers;
    }

    static final class Bond {
        ReservationId id;
        Item item;
        AgentId agent;
        Channel channel;
        boolean offered;
        long idleBefore;
        long offeredAt;
        long deadline;
        long ringBy;
    }

    final RouterRules rules;
    final Map<InteractionId, Item> items = new LinkedHashMap<>();
    final Map<AgentId, Person> people = new LinkedHashMap<>();
    private final Map<AgentId, Integer> numbers = new HashMap<>();
    final Map<ReservationId, Bond> bonds = new LinkedHashMap<>();
    final Map<InteractionId, Long> over = new HashMap<>();
    final Map<QueueId, RouterEvent.QueuePaused> queues = new HashMap<>();
    long now;
    int orders;

    Oracle(RouterRules rules, long now) {
        this.rules = rules;
        this.now = now;
    }

    void hear(RouterEvent event) {
        switch (event) {
            case RouterEvent.Enqueued e -> enqueued(e.arrival());
            case RouterEvent.Left e -> left(e);
            case RouterEvent.AgentChanged e -> changed(e.standing());
            case RouterEvent.QueuePaused e -> queues.merge(e.queue(), e, (a, b) -> b.version() > a.version() ? b : a);
            case RouterEvent.Accepted e -> ifOffered(e.reservation(), this::accept);
            case RouterEvent.Declined e -> ifOffered(e.reservation(), b -> refuse(b, 0));
            case RouterEvent.Expired e -> ifOffered(e.reservation(), b -> refuse(b, person(b.agent).noAnswers + 1));
            case RouterEvent.Rang e -> ifOffered(e.reservation(), b -> b.ringBy = Long.MAX_VALUE);
            case RouterEvent.NotRinging e -> ifOffered(e.reservation(), this::silent);
            case RouterEvent.Withdrawn e -> ifOffered(e.reservation(), this::withdraw);
            case RouterEvent.Refused e -> ifOffered(e.reservation(), this::undo);
            case RouterEvent.Released e -> release(bonds.get(e.reservation()));
            case RouterEvent.Completed e -> complete(bonds.get(e.reservation()));
            case RouterEvent.Found e -> found(e);
            case RouterEvent.RefusedBefore e -> {
                if (items.containsKey(e.interaction())) {
                    items.get(e.interaction()).refused.put(e.agent(), e.at());
                }
            }
        }
    }

    /// Takes the router's word for it, after it was judged.
    void offered(Decision.Offer offer) {
        var bond = new Bond();
        bond.id = offer.reservation();
        bond.item = items.get(offer.interaction());
        bond.agent = offer.agent();
        bond.channel = offer.channel();
        bond.offered = true;
        bond.idleBefore = person(offer.agent()).idleSince;
        bond.offeredAt = now;
        bond.deadline = offer.deadline();
        bond.ringBy = now + rules.ringProofMicros();
        bond.item.state = 'R';
        person(offer.agent()).idleSince = now;
        bonds.put(bond.id, bond);
    }

    // ---- what is possible, by full scan

    boolean canTake(Person person, Item item) {
        var agent = person.standing.agent();
        var refusedAt = item.refused.get(agent);
        return item.state == 'W'
                && hasFree(person, item)
                && (refusedAt == null || refusedAt + rules.coolOffMicros() <= now);
    }

    boolean hasFree(Person person, Item item) {
        var demand = item.arrival.demand();
        var queue = queues.get(demand.queue());
        var only = item.arrival.only();
        if (only != null) {
            return only.equals(person.standing.agent())
                    && person.offerable
                    && (queue == null || !queue.paused())
                    && free(person, demand.channel());
        }
        return person.offerable
                && (queue == null || !queue.paused())
                && person.standing.queues().contains(demand.queue())
                && skilled(person, item)
                && free(person, demand.channel());
    }

    boolean skilled(Person person, Item item) {
        return skills(item).entrySet().stream()
                .allMatch(s -> person.standing.skills().getOrDefault(s.getKey(), 0) >= s.getValue());
    }

    boolean free(Person person, Channel channel) {
        var mine = bonds.values().stream()
                .filter(b -> b.agent.equals(person.standing.agent()))
                .toList();
        var here = mine.stream().filter(b -> b.channel == channel).count();
        var alone = mine.stream().anyMatch(b -> rules.exclusive().contains(b.channel));
        return here < person.standing.slots().getOrDefault(channel, 0)
                && !alone
                && (mine.isEmpty() || !rules.exclusive().contains(channel));
    }

    /// Whether a is served before b.
    boolean before(Item a, Item b) {
        var first = score(a);
        var second = score(b);
        return first == second ? a.order < b.order : first > second;
    }

    /// Points now, in millionths: what the agent's manual says, with no trick.
    long score(Item item) {
        return Math.multiplyExact(now - item.since, (long) rules.ageing().rate())
                + (long) priority(item) * rules.ageing().pointsPerPriority() * 1_000_000;
    }

    boolean idleLonger(Person a, Person b) {
        return a.idleSince == b.idleSince ? a.order < b.order : a.idleSince < b.idleSince;
    }

    int position(Item item) {
        return 1
                + (int) items.values().stream()
                        .filter(i -> i.arrival
                                .demand()
                                .queue()
                                .equals(item.arrival.demand().queue()))
                        .filter(i -> i != item && i.inLine() && before(i, item))
                        .count();
    }

    Person person(AgentId agent) {
        return people.get(agent);
    }

    private Map<SkillId, Integer> skills(Item item) {
        var skills = item.arrival.demand().skills();
        for (var step : item.arrival.steps()) {
            skills = item.since + step.afterMicros() <= now ? step.skills() : skills;
        }
        return skills;
    }

    private int priority(Item item) {
        var priority = item.arrival.priority();
        for (var step : item.arrival.steps()) {
            priority = item.since + step.afterMicros() <= now ? step.priority() : priority;
        }
        return priority;
    }

    // ---- what events mean

    private void enqueued(Arrival arrival) {
        var id = arrival.interaction();
        var item = items.get(id);
        if (arrival.visit() <= over.getOrDefault(id, 0L)) {
            return;
        }
        if (item == null) {
            if (arrival.only() != null) {
                order(arrival.only());
            }
            item = new Item();
            item.arrival = arrival;
            item.since = Math.min(arrival.enqueuedAt(), now);
            item.order = orders++;
            items.put(id, item);
        } else if (arrival.visit() > (item.again == null ? item.arrival : item.again).visit()) {
            item.again = arrival;
            goes(item);
        }
    }

    private void left(RouterEvent.Left event) {
        over.merge(event.interaction(), event.visit(), Math::max);
        var item = items.get(event.interaction());
        if (item != null && item.again != null && item.again.visit() <= event.visit()) {
            item.again = null;
        }
        if (item != null && item.arrival.visit() <= event.visit()) {
            goes(item);
        }
    }

    private void goes(Item item) {
        if (item.state == 'W') {
            end(item);
        } else if (item.state == 'R') {
            item.state = 'L';
        }
    }

    private void end(Item item) {
        var id = item.arrival.interaction();
        items.remove(id);
        over.merge(id, item.arrival.visit(), Math::max);
        if (item.again != null) {
            enqueued(item.again);
        }
    }

    /// Agents are numbered as they are first heard of.
    private int order(AgentId agent) {
        return numbers.computeIfAbsent(agent, _ -> numbers.size());
    }

    private void changed(Standing standing) {
        var person = people.computeIfAbsent(standing.agent(), _ -> new Person());
        if (person.standing == null) {
            person.order = order(standing.agent());
        } else if (standing.version() <= person.standing.version()) {
            return;
        }
        if (standing.offerable() && !person.offerable) {
            person.idleSince = Math.min(standing.idleSince(), now);
            person.noAnswers = 0;
        }
        person.offerable = standing.offerable();
        person.standing = standing;
    }

    private void ifOffered(ReservationId id, Consumer<Bond> action) {
        var bond = bonds.get(id);
        if (bond != null && bond.offered) {
            action.accept(bond);
        }
    }

    private void accept(Bond bond) {
        bond.offered = false;
        person(bond.agent).noAnswers = 0;
        if (bond.item != null) {
            bond.item.state = 'T';
        }
    }

    private void refuse(Bond bond, int noAnswers) {
        var person = person(bond.agent);
        person.noAnswers = noAnswers;
        person.offerable &= noAnswers < rules.noAnswersUntilAway();
        person.idleSince = now;
        back(bond);
    }

    private void silent(Bond bond) {
        person(bond.agent).offerable = false;
        refuse(bond, person(bond.agent).noAnswers);
    }

    private void undo(Bond bond) {
        restore(bond);
        back(bond);
    }

    private void back(Bond bond) {
        bonds.remove(bond.id);
        if (bond.item != null && bond.item.state == 'L') {
            end(bond.item);
        } else if (bond.item != null) {
            bond.item.state = 'W';
            bond.item.refused.put(bond.agent, now);
        }
    }

    private void withdraw(Bond bond) {
        bonds.remove(bond.id);
        restore(bond);
        if (bond.item != null) {
            end(bond.item);
        }
    }

    private void restore(Bond bond) {
        var person = person(bond.agent);
        if (person.idleSince == bond.offeredAt) {
            person.idleSince = bond.idleBefore;
        }
    }

    private void release(Bond bond) {
        if (bond != null && bond.item != null) {
            var item = bond.item;
            bond.item = null;
            bond.offered = false;
            end(item);
        }
    }

    private void complete(Bond bond) {
        if (bond != null) {
            release(bond);
            bonds.remove(bond.id);
            person(bond.agent).idleSince = now;
        }
    }

    private void found(RouterEvent.Found found) {
        var item = items.get(found.interaction());
        var mine = item != null && item.arrival.visit() == found.visit() && item.state == 'W';
        var bond = new Bond();
        bond.id = found.reservation();
        bond.agent = found.agent();
        bond.channel = found.channel();
        bond.idleBefore = person(found.agent()).idleSince;
        bond.offeredAt = now;
        bond.deadline = found.deadline();
        bond.ringBy = found.rang() ? Long.MAX_VALUE : now + rules.ringProofMicros();
        bond.offered = found.hold() == RouterEvent.Hold.OFFERED;
        if (mine && found.hold() != RouterEvent.Hold.WRAPPING) {
            bond.item = item;
            item.state = bond.offered ? 'R' : 'T';
        } else if (mine) {
            end(item);
        }
        bonds.put(bond.id, bond);
    }
}
