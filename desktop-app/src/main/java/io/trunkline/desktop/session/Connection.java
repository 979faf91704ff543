package io.trunkline.desktop.session;

import java.time.Instant;

/// How fresh the desk is. `since` is when it became so, by the backend's clock.
public record Connection(State state, Instant since) {
    public enum State {
        /// Not yet heard from the backend; what is shown is kept from before, or nothing.
        CONNECTING,
        /// Everything is as it is.
        LIVE,
        /// The connection is being made again; what is shown is as old as `since`.
        OFFLINE
    }

    public boolean live() {
        return state == State.LIVE;
    }
}
