package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.AgentQuality;
import java.util.List;

/// How agents' lines were in calls, as a part of the ledger.
public final class Qualities {
    private final QualityStore store = new QualityStore();

    Qualities() {}

    /// Keeps it, once for each command. Refuses what cannot have been measured.
    public void add(Tx tx, InteractionId interaction, Measured told) {
        QualityCheck.checked(told.quality());
        store.add(tx, interaction, told);
    }

    /// Oldest first.
    List<AgentQuality> of(Tx tx, InteractionId interaction) {
        return store.of(tx, interaction);
    }
}
