package io.trunkline.backend.live;

import io.trunkline.backend.platform.http.Principal;
import java.util.function.BooleanSupplier;

/// Hears when somebody's desktop comes and goes on this node.
public interface ConnectionListener {
    void connected(Principal.Member member);

    /// `another` tells, at the moment it is asked, whether the same person has a socket open on this node: one that
    /// comes back at once may be there before this is heard.
    void gone(Principal.Member member, BooleanSupplier another);

    /// As [#gone], but it is this program that sends its desktops away, because it stops: nobody was lost.
    void sentAway(Principal.Member member, BooleanSupplier another);
}
