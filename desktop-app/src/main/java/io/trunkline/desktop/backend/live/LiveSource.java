package io.trunkline.desktop.backend.live;

import io.trunkline.model.live.DeskSnapshot;

/// What the feed needs of the rest of the backend. Both block, and throw `BackendFailure`.
public interface LiveSource {
    /// An access token good for the handshake.
    String accessToken();

    /// All the desk shows, with the number it was read at.
    DeskSnapshot desk();
}
