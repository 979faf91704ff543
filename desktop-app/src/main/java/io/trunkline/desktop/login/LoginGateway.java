package io.trunkline.desktop.login;

import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The sign-in page's port to the backend. Blocks; called off the FX thread.
public interface LoginGateway {
    /// Tries to sign in at a backend.
    Attempt signIn(URI backend, SignIn who);

    /// Chooses an own password in the place of a one-time one, and signs in with it.
    Attempt choose(URI backend, FirstPassword choice);

    /// What came of it.
    sealed interface Attempt {
        /// Signed in; the desk can open.
        record Opened(Me me) implements Attempt {}

        /// Tenant, address or password do not fit together; which of them is not told.
        record Wrong() implements Attempt {}

        /// Too many attempts; `left` where the backend says for how long.
        record Locked(Optional<Duration> left) implements Attempt {}

        /// The password is right, but good for choosing an own one only.
        record OneTime() implements Attempt {}

        /// The new password is none that may be used, as the sentence says.
        record NotTaken(String sentence) implements Attempt {}

        /// Nothing can be chosen any more, as the sentence says: one signs in as ever.
        record Over(String sentence) implements Attempt {}

        /// This program is too old for the backend, whose sentence says so.
        record TooOld(String sentence) implements Attempt {}

        /// Something that only IT can take away stands between.
        record Obstructed(Obstacle obstacle) implements Attempt {}

        /// No answer, or none that makes sense.
        record Unreachable() implements Attempt {}
    }
}
