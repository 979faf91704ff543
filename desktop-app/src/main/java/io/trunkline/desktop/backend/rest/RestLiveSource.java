package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.backend.live.LiveSource;
import io.trunkline.model.live.DeskSnapshot;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Loads the desk for the live feed, and gives it tokens.
public final class RestLiveSource implements LiveSource {
    private final Rest rest;

    public RestLiveSource(Rest rest) {
        this.rest = rest;
    }

    @Override
    public SSLContext tls() {
        return rest.tls();
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
    public Optional<DeskSnapshot> desk() {
        return Optional.of(Answers.of(rest.api().desk()));
    }
}
