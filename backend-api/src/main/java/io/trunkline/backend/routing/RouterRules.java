package io.trunkline.backend.routing;

import io.trunkline.model.Channel;
import java.util.Set;

/// The rules one router works by.
///
/// @param coolOffMicros how long an interaction is kept from an agent who did not take it
/// @param noAnswersUntilAway unanswered offers in a row after which an agent is sent away
/// @param exclusive channels whose work is done alone
/// @param candidatesKept how many candidates an offer remembers
record RouterRules(
        Ageing ageing, long coolOffMicros, int noAnswersUntilAway, Set<Channel> exclusive, int candidatesKept) {
    static final RouterRules DEFAULT = new RouterRules(new Ageing(1, 1), 30_000_000, 3, Set.of(Channel.VOICE), 3);

    RouterRules {
        exclusive = Set.copyOf(exclusive);
        if (coolOffMicros < 1 || noAnswersUntilAway < 1 || candidatesKept < 1) {
            throw new IllegalArgumentException("coolOff, noAnswersUntilAway and candidatesKept are at least 1");
        }
    }
}
