package io.trunkline.backend.routing;

import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.identity.Memberships;
import io.trunkline.backend.live.Audience;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import io.trunkline.model.identity.Role;
import io.trunkline.model.live.QueueEvent;
import io.trunkline.model.queue.NewQueue;
import io.trunkline.model.queue.NewSkill;
import io.trunkline.model.queue.Queue;
import io.trunkline.model.queue.QueueChange;
import io.trunkline.model.queue.Skill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Queues and skills, and who has which; what administrators change.
final class Queues implements Memberships {
    private static final int NAME_LENGTH = 80;
    private static final Queue DEFAULTS =
            new Queue(new QueueId(new UUID(0, 0)), "", 0, Map.of(), 20, 60, 20, 100, false, false);

    private final QueueStore store = new QueueStore();
    private final MembershipStore memberships = new MembershipStore();
    private final EventLog log;
    private final Audit audit;
    private final BiConsumer<Tx, Hint> hint;

    /// `hint` wakes the router of this node; those of others hear the events.
    Queues(EventLog log, Audit audit, BiConsumer<Tx, Hint> hint) {
        this.log = log;
        this.audit = audit;
        this.hint = hint;
    }

    List<Queue> all(Tx tx) {
        return store.all(tx);
    }

    Queue find(Tx tx, QueueId id) {
        return store.find(tx, id).orElseThrow(() -> new Fault.NotFound("There is no such queue."));
    }

    Queue create(Tx tx, Audit.Actor actor, NewQueue wanted) {
        name(wanted.name());
        var queue = merged(DEFAULTS, new QueueId(Ids.next()), QueueChange.of(wanted));
        if (!store.insert(tx, queue)) {
            throw taken(queue.name());
        }
        return changed(tx, actor, queue, "queue.created");
    }

    Queue change(Tx tx, Audit.Actor actor, QueueId id, QueueChange wanted) {
        var before = find(tx, id);
        var queue = merged(before, id, wanted);
        if (!store.update(tx, queue)) {
            throw taken(queue.name());
        }
        return changed(tx, actor, queue, action(before, queue));
    }

    private static String action(Queue before, Queue now) {
        if (before.paused() == now.paused()) {
            return "queue.changed";
        }
        return now.paused() ? "queue.paused" : "queue.resumed";
    }

    List<Skill> skills(Tx tx) {
        return store.skills(tx);
    }

    Skill create(Tx tx, Audit.Actor actor, NewSkill wanted) {
        var skill = new Skill(new SkillId(Ids.next()), name(wanted.name()));
        if (!store.insertSkill(tx, skill)) {
            throw new Fault.Conflict("There is a skill “%s” already.".formatted(skill.name()));
        }
        audit.record(tx, actor, "skill.created", "skill " + skill.name(), Map.of());
        return skill;
    }

    @Override
    public void assign(Tx tx, AgentId agent, @Nullable List<QueueId> queues, @Nullable Map<String, Integer> skills) {
        if (queues != null) {
            queues.forEach(id -> checkThere(tx, id));
            memberships.queues(tx, agent, queues.stream().distinct().toList());
        }
        if (skills != null) {
            memberships.skills(tx, agent, levels(tx, skills));
        }
        log.append(
                tx,
                new QueueEvent.MembershipChanged(agent),
                Audience.ofAgent(agent).or(Audience.ofRoles(Role.SUPERVISOR, Role.ADMIN)));
        hint.accept(tx, new Hint.OfAgent(agent));
    }

    private void checkThere(Tx tx, QueueId id) {
        if (store.find(tx, id).isEmpty()) {
            throw new Fault.Invalid("queues", "There is no queue %s.".formatted(id));
        }
    }

    private Queue changed(Tx tx, Audit.Actor actor, Queue queue, String action) {
        store.needs(tx, queue.id(), levels(tx, queue.skills()));
        audit.record(tx, actor, action, "queue " + queue.name(), Map.of());
        log.append(tx, new QueueEvent.Changed(queue), Audience.ofEveryone());
        hint.accept(tx, new Hint.OfQueue(queue.id()));
        return queue;
    }

    private Map<SkillId, Integer> levels(Tx tx, Map<String, Integer> wanted) {
        var known = store.skills(tx).stream().collect(Collectors.toMap(Skill::name, Skill::id));
        var levels = new HashMap<SkillId, Integer>();
        wanted.forEach((name, level) -> {
            var skill = known.get(name);
            if (skill == null) {
                throw new Fault.Invalid("skills", "There is no skill “%s”.".formatted(name));
            }
            levels.put(skill, within("skills", level, 1, 5));
        });
        return levels;
    }

    private static Queue merged(Queue before, QueueId id, QueueChange wanted) {
        return new Queue(
                id,
                wanted.name() == null ? before.name() : name(wanted.name()),
                or(wanted.priority(), before.priority(), "priority", -86_400, 86_400),
                wanted.skills() == null ? before.skills() : wanted.skills(),
                or(wanted.offerSeconds(), before.offerSeconds(), "offerSeconds", 5, 300),
                or(wanted.wrapUpSeconds(), before.wrapUpSeconds(), "wrapUpSeconds", 0, 3_600),
                or(wanted.serviceLevelSeconds(), before.serviceLevelSeconds(), "serviceLevelSeconds", 1, 86_400),
                or(wanted.maxWaiting(), before.maxWaiting(), "maxWaiting", 1, 5_000),
                wanted.dispositionRequired() == null ? before.dispositionRequired() : wanted.dispositionRequired(),
                wanted.paused() == null ? before.paused() : wanted.paused());
    }

    private static int or(@Nullable Integer wanted, int before, String field, int least, int most) {
        return wanted == null ? before : within(field, wanted, least, most);
    }

    private static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Fault.Invalid(field, "%s is a whole number from %d to %d.".formatted(field, least, most));
        }
        return value;
    }

    private static String name(String raw) {
        var name = raw.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            throw new Fault.Invalid("name", "A name has 1 to %d characters.".formatted(NAME_LENGTH));
        }
        return name;
    }

    private static Fault taken(String name) {
        return new Fault.Conflict("There is a queue “%s” already.".formatted(name));
    }
}
