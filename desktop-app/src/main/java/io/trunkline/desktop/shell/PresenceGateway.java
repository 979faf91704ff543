package io.trunkline.desktop.shell;

import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceChange;

/// The shell's port to the backend. Blocks; called off the FX thread.
public interface PresenceGateway {
    /// Asks for a change; the answer is what the agent is doing now, which during work is still the work.
    Presence change(PresenceChange change);
}
