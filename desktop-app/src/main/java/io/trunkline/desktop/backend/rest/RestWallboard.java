package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.wallboard.WallboardGateway;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.queue.Wallboard;
import java.util.List;

/// Figures and presences over REST.
public final class RestWallboard implements WallboardGateway {
    private final Api api;

    public RestWallboard(Rest rest) {
        this.api = rest.api();
    }

    @Override
    public Wallboard wallboard() {
        return Answers.of(api.wallboard());
    }

    @Override
    public List<Presence> agents() {
        return Answers.of(api.presences());
    }
}
