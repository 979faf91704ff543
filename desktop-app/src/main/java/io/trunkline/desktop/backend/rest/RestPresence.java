package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.shell.PresenceGateway;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceChange;

/// Changes the agent's own presence.
public final class RestPresence implements PresenceGateway {
    private final Rest rest;

    public RestPresence(Rest rest) {
        this.rest = rest;
    }

    @Override
    public Presence change(PresenceChange change) {
        return Answers.of(rest.api().change(change));
    }
}
