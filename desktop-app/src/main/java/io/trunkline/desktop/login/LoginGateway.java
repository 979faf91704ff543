package io.trunkline.desktop.login;

import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The sign-in page's port to the backend. Blocks; called off the FX thread.
public interface LoginGateway {
    /// Tries to sign in at a backend.
    Attempt signIn(URI backend, SignIn who);

    /// What came of it.
    sealed interface Attempt {
        /// Signed in; the desk can open.
        record Opened(Me me) implements Attempt {}

        /// Tenant, address or password do not fit together; which of them is not told.
        record Wrong() implements Attempt {}

        /// Too many attempts; `left` where the backend says for how long.
        record Locked(Optional<Duration> left) implements Attempt {}

        /// No answer, or none that makes sense.
        record Unreachable() implements Attempt {}
    }
}
