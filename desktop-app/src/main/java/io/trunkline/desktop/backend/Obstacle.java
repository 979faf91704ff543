package io.trunkline.desktop.backend;

import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What stands between this program and a backend and can be named: only somebody of IT takes it away, trying again
/// does not.
public sealed interface Obstacle {
    /// The certificate leads to an authority that neither Java nor this computer knows.
    record UnknownAuthority(String name) implements Obstacle {}

    /// The certificate is not good any more, or not yet.
    record NotInItsTime() implements Obstacle {}

    /// The certificate is another computer's.
    record OfAnother() implements Obstacle {}

    /// The certificate is not trusted for another reason.
    record NotTrusted() implements Obstacle {}

    /// The web proxy wants to know who asks.
    record ProxyAsks() implements Obstacle {}

    /// An obstacle as Java's own ways of failing carry it.
    interface Carried {
        Obstacle obstacle();
    }

    /// The obstacle behind a failure; empty where it is none of these.
    static Optional<Obstacle> behind(Throwable failure) {
        for (var each = Optional.of(failure); each.isPresent(); each = each.map(Throwable::getCause)) {
            switch (each.get()) {
                case Carried carried -> {
                    return Optional.of(carried.obstacle());
                }
                case SSLPeerUnverifiedException _ -> {
                    return Optional.of(new OfAnother());
                }
                case Throwable _ -> {}
            }
        }
        return Optional.empty();
    }
}
