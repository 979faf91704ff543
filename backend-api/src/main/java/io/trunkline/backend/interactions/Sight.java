package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.http.Principal;
import io.trunkline.model.AgentId;
import io.trunkline.model.identity.Role;
import java.util.Optional;

/// Which interactions somebody sees: an agent those they take or took part in and those of their queues, everybody else
/// all.
record Sight(Optional<AgentId> only) {
    static Sight of(Principal.Member member) {
        var agentOnly = member.roles().stream().allMatch(role -> role == Role.AGENT);
        return new Sight(agentOnly ? Optional.of(member.agent()) : Optional.empty());
    }
}
