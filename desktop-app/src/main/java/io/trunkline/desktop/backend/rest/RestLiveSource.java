package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.backend.live.LiveSource;
import io.trunkline.model.live.DeskSnapshot;

/// Loads the desk for the live feed, and gives it tokens.
public final class RestLiveSource implements LiveSource {
    private final Rest rest;

    public RestLiveSource(Rest rest) {
        this.rest = rest;
    }

    @Override
    public String accessToken() {
        return rest.accessToken();
    }

    @Override
    public String accessTokenInsteadOf(String refused) {
        return rest.accessTokenInsteadOf(refused);
    }

    @Override
    public DeskSnapshot desk() {
        return Answers.of(rest.api().desk());
    }
}
