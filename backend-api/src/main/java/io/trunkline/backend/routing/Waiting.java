package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An interaction to be queued.
///
/// @param morePriority added to the queue's
/// @param moreSkills asked for besides the queue's, level 1 to 5
/// @param only the one agent it is for, whatever their queues and skills
/// @param since where its waiting counts from, when that was before now: who waits again keeps their place
public record Waiting(
        InteractionId interaction,
        QueueId queue,
        Channel channel,
        int morePriority,
        Map<SkillId, Integer> moreSkills,
        @Nullable AgentId only,
        @Nullable Instant since) {
    public Waiting {
        moreSkills = Map.copyOf(moreSkills);
    }

    /// As its queue says.
    public static Waiting in(InteractionId interaction, QueueId queue, Channel channel) {
        return new Waiting(interaction, queue, channel, 0, Map.of(), null, null);
    }

    /// The same for one agent alone.
    public Waiting only(AgentId agent) {
        return new Waiting(interaction, queue, channel, morePriority, moreSkills, agent, since);
    }

    /// The same, keeping an earlier place.
    public Waiting since(Instant instant) {
        return new Waiting(interaction, queue, channel, morePriority, moreSkills, only, instant);
    }
}
