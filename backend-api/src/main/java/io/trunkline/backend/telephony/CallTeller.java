package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.InteractionId;
import io.trunkline.model.live.CallEvent;

/// Appends what happened in a call to the live feed, with the transaction.
@FunctionalInterface
public interface CallTeller {
    void tell(Tx tx, InteractionId interaction, CallEvent event);
}
