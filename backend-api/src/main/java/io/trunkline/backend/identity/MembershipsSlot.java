package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.QueueId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Where routing, which is built on identity, plugs in its [Memberships] once it exists.
final class MembershipsSlot implements Memberships {
    private final AtomicReference<@Nullable Memberships> behind = new AtomicReference<>();

    void fill(Memberships memberships) {
        behind.set(memberships);
    }

    @Override
    public void assign(Tx tx, AgentId agent, @Nullable List<QueueId> queues, @Nullable Map<String, Integer> skills) {
        var memberships = behind.get();
        if (memberships == null) {
            throw new IllegalStateException("Nobody keeps queues and skills: the program is not wired to its end.");
        }
        memberships.assign(tx, agent, queues, skills);
    }
}
