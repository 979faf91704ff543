package io.trunkline.desktop.backend.live;

import io.trunkline.model.live.DeskSnapshot;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// What the feed needs of the rest of the backend. All block, and throw `BackendFailure`.
public interface LiveSource {
    /// Whom the feed trusts.
    SSLContext tls();

    /// An access token good for the handshake.
    String accessToken();

    /// One in the place of a token that the handshake refused, as all are that were given before a change of role.
    String accessTokenInsteadOf(String refused);

    /// All the desk shows, with the number it was read at; empty for a screen without a desk, whose feed begins now.
    Optional<DeskSnapshot> desk();
}
