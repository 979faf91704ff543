package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.QueueId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The queues and skills of an agent, which routing owns and implements; users are created and changed with them.
public interface Memberships {
    /// Makes `queues` and `skills` (name to level, 1 to 5) the agent's; null leaves them as they are. Refuses an
    /// unknown queue or skill with [io.trunkline.backend.platform.http.Fault.Invalid], naming the field `queues` or
    /// `skills`.
    void assign(Tx tx, AgentId agent, @Nullable List<QueueId> queues, @Nullable Map<String, Integer> skills);
}
