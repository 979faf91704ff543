package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.live.InteractionEvent;
import org.jspecify.annotations.Nullable;

/// Tells the event of an interaction, to whom it concerns; `before` held it until now.
@FunctionalInterface
interface Teller {
    void tell(Tx tx, InteractionEvent event, @Nullable AgentId before);
}
