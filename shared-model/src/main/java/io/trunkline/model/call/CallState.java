package io.trunkline.model.call;

import io.trunkline.model.InteractionId;
import java.util.List;

/// The running call. Hold and parties are the backend's truth; `held` is what the agent wants, `agentLost` says that
/// the contact hears comfort audio because the agent's line or desktop is gone. `muted` is what was last recorded for
/// the agent.
public record CallState(
        InteractionId interaction,
        boolean live,
        boolean held,
        boolean muted,
        boolean recording,
        boolean agentLost,
        List<CallParty> parties) {
    public CallState {
        parties = List.copyOf(parties);
    }
}
