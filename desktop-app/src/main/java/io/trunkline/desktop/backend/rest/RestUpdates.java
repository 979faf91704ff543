package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.updates.UpdatesGateway;
import io.trunkline.model.desktop.Release;

/// Asks which program the centre wants its people to have.
public final class RestUpdates implements UpdatesGateway {
    private final Rest rest;

    public RestUpdates(Rest rest) {
        this.rest = rest;
    }

    @Override
    public Release release() {
        return Answers.of(rest.identity().release());
    }
}
