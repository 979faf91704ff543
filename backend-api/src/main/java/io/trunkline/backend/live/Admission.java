package io.trunkline.backend.live;

import io.trunkline.backend.platform.http.Principal;
import java.time.Instant;
import java.util.Optional;

/// Lets a socket in. `identity` implements it, and calls [Hub#dismiss] when what it granted is revoked.
@FunctionalInterface
public interface Admission {
    /// Nobody gets in.
    Admission CLOSED = _ -> Optional.empty();

    /// Whoever the access token stands for; empty when it stands for nobody.
    Optional<Admitted> admit(String token);

    /// A member, until their token ends.
    record Admitted(Principal.Member member, Instant until) {}
}
