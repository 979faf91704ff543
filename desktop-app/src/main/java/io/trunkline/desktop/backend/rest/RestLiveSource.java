package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.backend.live.LiveSource;
import io.trunkline.model.live.DeskSnapshot;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Gives the live feed its tokens, and the desk where there is one.
public final class RestLiveSource implements LiveSource {
    private final Rest rest;
    private final boolean desk;

    private RestLiveSource(Rest rest, boolean desk) {
        this.rest = rest;
        this.desk = desk;
    }

    public static RestLiveSource ofDesk(Rest rest) {
        return new RestLiveSource(rest, true);
    }

    /// Of a screen on a wall, whose watcher may not see a desk.
    public static RestLiveSource ofWall(Rest rest) {
        return new RestLiveSource(rest, false);
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
        return desk ? Optional.of(Answers.of(rest.api().desk())) : Optional.empty();
    }
}
