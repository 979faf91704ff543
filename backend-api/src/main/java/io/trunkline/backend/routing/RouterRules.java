package io.trunkline.backend.routing;

import io.trunkline.model.Channel;
import java.util.Set;

/// The rules one router works by.
///
/// @param coolOffMicros how long an interaction is kept from an agent who did not take it
/// @param noAnswersUntilAway unanswered offers in a row after which an agent is sent away
/// @param ringProofMicros how long an agent's desktop has to say that it rings; 0 when nobody asks
/// @param exclusive channels whose work is done alone
/// @param candidatesKept how many candidates an offer remembers
record RouterRules(
        Ageing ageing,
        long coolOffMicros,
        int noAnswersUntilAway,
        long ringProofMicros,
        Set<Channel> exclusive,
        int candidatesKept) {
    static final RouterRules DEFAULT =
            new RouterRules(new Ageing(1, 1), 30_000_000, 3, 2_000_000, Set.of(Channel.VOICE), 3);

    RouterRules {
        exclusive = Set.copyOf(exclusive);
        if (coolOffMicros < 1 || noAnswersUntilAway < 1 || candidatesKept < 1) {
            throw new IllegalArgumentException("coolOff, noAnswersUntilAway and candidatesKept are at least 1");
        }
        if (ringProofMicros < 0) {
            throw new IllegalArgumentException("ringProof is at least 0");
        }
    }
}
