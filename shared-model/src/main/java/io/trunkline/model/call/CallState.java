package io.trunkline.model.call;

import io.trunkline.model.InteractionId;
import java.util.List;

/// The running call. Hold and parties are the backend's truth; `muted` is what was last recorded for the agent.
public record CallState(
        InteractionId interaction,
        boolean live,
        boolean held,
        boolean muted,
        boolean recording,
        List<CallParty> parties) {
    public CallState {
        parties = List.copyOf(parties);
    }
}
