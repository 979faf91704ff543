package io.trunkline.backend.live;

import io.trunkline.backend.platform.http.Principal;

/// Hears when somebody's desktop comes and goes on this node.
public interface ConnectionListener {
    void connected(Principal.Member member);

    /// `others` tells how many sockets of the same person are still open on this node.
    void gone(Principal.Member member, int others);
}
