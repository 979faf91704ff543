package io.trunkline.backend.routing;

import io.trunkline.model.Channel;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import java.util.Map;

/// What an interaction needs of whoever takes it; interactions with the same demand wait in one lane.
///
/// No record, because its hash is asked for at every arrival and is worth keeping.
final class Demand {
    private final QueueId queue;
    private final Channel channel;
    private final Map<SkillId, Integer> skills;
    private final int hash;

    Demand(QueueId queue, Channel channel, Map<SkillId, Integer> skills) {
        this.queue = queue;
        this.channel = channel;
        this.skills = Map.copyOf(skills);
        for (var level : this.skills.values()) {
            if (level < 1 || level > 5) {
                throw new IllegalArgumentException("a skill is asked for at level 1 to 5, not " + level);
            }
        }
        hash = (31 * queue.hashCode() + channel.hashCode()) * 31 + this.skills.hashCode();
    }

    QueueId queue() {
        return queue;
    }

    Channel channel() {
        return channel;
    }

    Map<SkillId, Integer> skills() {
        return skills;
    }

    /// The same place in the same queue, asking for other skills.
    Demand with(Map<SkillId, Integer> otherSkills) {
        return new Demand(queue, channel, otherSkills);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Demand that
                        && hash == that.hash
                        && channel == that.channel
                        && queue.equals(that.queue)
                        && skills.equals(that.skills));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "%s in %s asking %s".formatted(channel, queue, skills);
    }
}
