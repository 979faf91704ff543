package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.recordings.RecordingNotice;
import io.trunkline.backend.recordings.Recordings;

/// Hands what carriers tell of recordings on to whom they belong, and tells desktops.
public final class RecordingNotices {
    private final CallStore calls;
    private final Recordings recordings;
    private final CallStates states;

    RecordingNotices(CallStore calls, Recordings recordings, CallStates states) {
        this.calls = calls;
        this.recordings = recordings;
        this.states = states;
    }

    /// False when the call is not known yet.
    public boolean apply(Tx tx, RecordingTold told) {
        if (calls.find(tx, told.interaction()).isEmpty()) {
            return false;
        }
        recordings.told(
                tx,
                new RecordingNotice(
                        told.interaction(),
                        told.carrierSid(),
                        told.callSid(),
                        RecordingNotice.Kind.valueOf(told.kind().name()),
                        told.startedAt(),
                        told.seconds(),
                        told.channels(),
                        told.url()));
        states.tell(tx, told.interaction());
        return true;
    }
}
