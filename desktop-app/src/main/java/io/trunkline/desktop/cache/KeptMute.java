package io.trunkline.desktop.cache;

import io.trunkline.model.InteractionId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/// In which call the agent is silent at this desk, for the case that it is killed before the backend has written it
/// down: nobody comes back audible who was not.
public final class KeptMute {
    private final Sql sql;
    private final Clock clock;
    private volatile Optional<InteractionId> call;

    KeptMute(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        call = sql.list("select body from kept where name = 'mute'", row -> row.getString(1)).stream()
                .findFirst()
                .map(InteractionId::of);
    }

    public boolean isIn(InteractionId of) {
        return call.equals(Optional.of(of));
    }

    /// Empty where the agent is heard, or in no call.
    public void keep(Optional<InteractionId> now) {
        call = now;
        if (now.isEmpty()) {
            sql.update("delete from kept where name = 'mute'");
        } else {
            sql.update(
                    "merge into kept (name, body, at) key (name) values ('mute', ?, ?)",
                    now.get().toString(),
                    clock.instant().atOffset(ZoneOffset.UTC));
        }
    }
}
