package io.trunkline.backend.platform.http;

import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets whoever comes while the program starts wait until everything is known that an answer needs. A carrier that is
/// sent away, or finds nobody, does not come again.
public final class Threshold {
    /// Within the time a carrier waits for an answer.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch open = new CountDownLatch(1);

    public void open() {
        open.countDown();
    }

    /// Returns once the program has started; [Fault.Unavailable] when that takes too long.
    public void cross() {
        try {
            if (!open.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Fault.Unavailable("The server is starting.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Fault.Unavailable("The server is stopping.");
        }
    }

    /// The guard behind the threshold. Questions about the server's health do not wait.
    public Guard before(Guard guard) {
        return (ServerRequest request, Route route) -> {
            if (!route.path().startsWith("/health/")) {
                cross();
            }
            return guard.admit(request, route);
        };
    }
}
