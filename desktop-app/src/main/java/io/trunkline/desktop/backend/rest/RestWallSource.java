package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.backend.live.LiveSource;
import io.trunkline.model.live.DeskSnapshot;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Gives the live feed of a screen on a wall its tokens. It has no desk, which whoever only watches may not see.
public final class RestWallSource implements LiveSource {
    private final RestLiveSource tokens;

    public RestWallSource(Rest rest) {
        tokens = new RestLiveSource(rest);
    }

    @Override
    public SSLContext tls() {
        return tokens.tls();
    }

    @Override
    public String accessToken() {
        return tokens.accessToken();
    }

    @Override
    public String accessTokenInsteadOf(String refused) {
        return tokens.accessTokenInsteadOf(refused);
    }

    @Override
    public Optional<DeskSnapshot> desk() {
        return Optional.empty();
    }
}
