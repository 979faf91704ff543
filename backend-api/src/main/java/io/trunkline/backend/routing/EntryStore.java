package io.trunkline.backend.routing;

import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The table `queue_entry`: what waits.
final class EntryStore {
    private static final String ENTRIES = """
            select e.interaction_id, e.visit, e.queue_id, e.channel, e.priority, e.skills, e.only_agent, e.enqueued_at,
                   q.offer_seconds, q.settings
            from queue_entry e join queue q on q.tenant_id = e.tenant_id and q.id = e.queue_id
            where e.tenant_id = :tenant""";

    /// A skill asked for, and after how many seconds no longer.
    public record Need(int level, @Nullable Integer relaxAfter) {}

    /// What `queue.settings` may say: how much priority is gained after so many seconds.
    public record QueueSettings(
            @Nullable Integer boostAfterSeconds, @Nullable Integer boostPriority) {}

    public record Row(
            InteractionId interactionId,
            long visit,
            QueueId queueId,
            Channel channel,
            int priority,
            Jsonb skills,
            @Nullable AgentId onlyAgent,
            Instant enqueuedAt,
            int offerSeconds,
            Jsonb settings) {
        Arrival arrival() {
            var needs = new HashMap<SkillId, Need>();
            for (var need : needs(skills).entrySet()) {
                needs.put(SkillId.of(need.getKey()), need.getValue());
            }
            return new Arrival(
                    interactionId,
                    visit,
                    new Demand(queueId, channel, levels(needs, 0)),
                    priority,
                    Times.micros(enqueuedAt),
                    offerSeconds * 1_000_000L,
                    steps(needs, settings.as(QueueSettings.class)),
                    onlyAgent);
        }

        private List<Step> steps(Map<SkillId, Need> needs, QueueSettings settings) {
            var times = new TreeSet<Integer>();
            needs.values().stream()
                    .map(Need::relaxAfter)
                    .filter(after -> after != null)
                    .forEach(times::add);
            var boostAfter = settings.boostAfterSeconds() == null ? Integer.MAX_VALUE : settings.boostAfterSeconds();
            if (settings.boostAfterSeconds() != null) {
                times.add(boostAfter);
            }
            var boost = settings.boostPriority() == null ? 0 : settings.boostPriority();
            var steps = new ArrayList<Step>();
            for (var time : times) {
                steps.add(
                        new Step(time * 1_000_000L, levels(needs, time), priority + (time >= boostAfter ? boost : 0)));
            }
            return steps;
        }

        private static Map<SkillId, Integer> levels(Map<SkillId, Need> needs, int after) {
            var levels = new HashMap<SkillId, Integer>();
            needs.forEach((skill, need) -> {
                if (need.relaxAfter() == null || need.relaxAfter() > after) {
                    levels.put(skill, need.level());
                }
            });
            return levels;
        }
    }

    /// Puts it in line, or in line again: it gets a new visit. False when there is no such queue.
    boolean add(Tx tx, Waiting waiting) {
        return tx.handle()
                        .createUpdate("""
                        insert into queue_entry (tenant_id, interaction_id, queue_id, channel, priority, skills, only_agent,
                                                 enqueued_at)
                        select q.tenant_id, :interaction, q.id, :channel, q.priority + :priority,
                            coalesce((select jsonb_object_agg(s.skill_id, jsonb_build_object(
                                          'level', s.level, 'relaxAfter', s.relax_after_seconds))
                                      from queue_skill s where s.tenant_id = q.tenant_id and s.queue_id = q.id), '{}')
                                || :skills::jsonb,
                            :only, least(:since, :now)
                        from queue q where q.tenant_id = :tenant and q.id = :queue and q.active
                        on conflict (tenant_id, interaction_id) do update
                            set queue_id = excluded.queue_id, channel = excluded.channel, priority = excluded.priority,
                                skills = excluded.skills, only_agent = excluded.only_agent,
                                enqueued_at = excluded.enqueued_at, visit = default""")
                        .bind("tenant", tx.tenant())
                        .bind("interaction", waiting.interaction())
                        .bind("queue", waiting.queue())
                        .bind("channel", waiting.channel())
                        .bind("priority", waiting.morePriority())
                        .bind("skills", Jsonb.of(asNeeds(waiting.moreSkills())))
                        .bindByType("only", waiting.only(), AgentId.class)
                        .bind("since", waiting.since() == null ? tx.now() : waiting.since())
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    boolean knows(Tx tx, QueueId queue) {
        return tx.handle()
                .createQuery("select exists (select from queue where tenant_id = :tenant and id = :queue and active)")
                .bind("tenant", tx.tenant())
                .bind("queue", queue)
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether one more may wait there; true of a queue that is not known.
    boolean hasRoom(Tx tx, QueueId queue) {
        return tx.handle()
                .createQuery("""
                        select not exists (select from queue q where q.tenant_id = :tenant and q.id = :queue
                            and q.max_waiting <= (select count(*) from queue_entry e
                                where e.tenant_id = q.tenant_id and e.queue_id = q.id))""")
                .bind("tenant", tx.tenant())
                .bind("queue", queue)
                .mapTo(Boolean.class)
                .one();
    }

    boolean remove(Tx tx, InteractionId interaction) {
        return tx.handle()
                        .createUpdate(
                                "delete from queue_entry where tenant_id = :tenant and interaction_id = :interaction")
                        .bind("tenant", tx.tenant())
                        .bind("interaction", interaction)
                        .execute()
                == 1;
    }

    /// In the order in which they came.
    List<Row> all(Tx tx) {
        return tx.handle()
                .createQuery(ENTRIES + " order by e.enqueued_at, e.interaction_id")
                .bind("tenant", tx.tenant())
                .mapTo(Row.class)
                .list();
    }

    List<Row> of(Tx tx, Collection<InteractionId> interactions) {
        return tx.handle()
                .createQuery(ENTRIES + " and e.interaction_id = any(:ids) order by e.enqueued_at, e.interaction_id")
                .bind("tenant", tx.tenant())
                .bindArray(
                        "ids",
                        UUID.class,
                        interactions.stream().map(InteractionId::value).toList())
                .mapTo(Row.class)
                .list();
    }

    private static Map<String, Need> asNeeds(Map<SkillId, Integer> skills) {
        var needs = new HashMap<String, Need>();
        skills.forEach((skill, level) -> needs.put(skill.toString(), new Need(level, null)));
        return needs;
    }

    private static Map<String, Need> needs(Jsonb skills) {
        return skills.as(Needs.class);
    }

    private static final class Needs extends HashMap<String, Need> {
        private static final long serialVersionUID = 1L;
    }
}
