package io.trunkline.desktop.transfers;

import io.trunkline.model.call.TargetKind;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueFigures;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a call may go. `target` is what the backend is told; figures go with a queue, presence with an agent.
record Target(
        TargetKind kind,
        String target,
        String name,
        @Nullable QueueFigures figures,
        @Nullable PresenceState presence) {
    boolean matches(String words) {
        return name.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }
}
