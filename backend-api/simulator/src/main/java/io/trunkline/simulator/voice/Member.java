package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import java.time.Instant;

/// A call in a conference, as it is now.
///
/// @param holdMusic what it hears on hold; empty for the carrier's music
public record Member(
        Call call,
        String label,
        boolean muted,
        boolean held,
        boolean coaching,
        String coached,
        boolean startsOnEnter,
        boolean endsOnExit,
        Hook holdMusic,
        Instant joined) {

    Member muted(boolean on) {
        return new Member(call, label, on, held, coaching, coached, startsOnEnter, endsOnExit, holdMusic, joined);
    }

    Member held(boolean on, Hook music) {
        return new Member(call, label, muted, on, coaching, coached, startsOnEnter, endsOnExit, music, joined);
    }

    Member coaching(boolean on, String whom) {
        return new Member(call, label, muted, held, on, whom, startsOnEnter, endsOnExit, holdMusic, joined);
    }

    Member endsOnExit(boolean on) {
        return new Member(call, label, muted, held, coaching, coached, startsOnEnter, on, holdMusic, joined);
    }

    /// Whether this member's voice reaches the room at all.
    boolean speaks() {
        return !muted && !held && !call.far().silent();
    }

    boolean audibleTo(Member other) {
        return !other.call.sid().equals(call.sid()) && speaks() && (!coaching || coached.equals(other.call.sid()));
    }
}
