package io.trunkline.backend.recordings;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.InteractionId;
import io.trunkline.model.recording.Recording;
import java.util.List;

/// The audio of interactions, for the features that bring it about.
public final class Recordings {
    private final RecordingStore store;
    private final Runnable wake;

    Recordings(RecordingStore store, Runnable wake) {
        this.store = store;
        this.wake = wake;
    }

    /// Takes in what a carrier tells; in any order and repeatedly. The audio of a completed recording is fetched
    /// afterwards.
    public void told(Tx tx, RecordingNotice notice) {
        store.told(tx, notice);
        tx.afterCommit(wake);
    }

    /// Whether the interaction is being recorded now.
    public boolean running(Tx tx, InteractionId interaction) {
        return store.running(tx, interaction);
    }

    /// Refuses an interaction that is not there.
    List<Recording> of(Tx tx, InteractionId interaction) {
        if (!store.knows(tx, interaction)) {
            throw new Fault.NotFound("There is no such interaction.");
        }
        return store.of(tx, interaction).stream().map(RecordingRow::shown).toList();
    }
}
