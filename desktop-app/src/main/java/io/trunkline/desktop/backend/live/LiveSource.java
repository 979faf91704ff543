package io.trunkline.desktop.backend.live;

import io.trunkline.model.live.DeskSnapshot;

/// What the feed needs of the rest of the backend. All block, and throw `BackendFailure`.
public interface LiveSource {
    /// An access token good for the handshake.
    String accessToken();

    /// One in the place of a token that the handshake refused, as all are that were given before a change of role.
    String accessTokenInsteadOf(String refused);

    /// All the desk shows, with the number it was read at.
    DeskSnapshot desk();
}
