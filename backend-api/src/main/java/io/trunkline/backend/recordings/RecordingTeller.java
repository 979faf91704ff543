package io.trunkline.backend.recordings;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.live.RecordingEvent;

/// Appends what happened to a recording to the live feed, with the transaction.
@FunctionalInterface
interface RecordingTeller {
    void tell(Tx tx, RecordingEvent.Stored event);
}
