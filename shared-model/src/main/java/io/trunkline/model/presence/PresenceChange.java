package io.trunkline.model.presence;

import io.trunkline.model.CommandId;
import org.jspecify.annotations.Nullable;

/// Asks for `AVAILABLE`, `AWAY` with a reason, or `OFFLINE`. During work it takes effect after it; the latest wish
/// wins.
public record PresenceChange(
        CommandId command, PresenceState state, @Nullable String reason) {}
