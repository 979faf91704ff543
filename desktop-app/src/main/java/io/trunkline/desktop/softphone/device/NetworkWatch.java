package io.trunkline.desktop.softphone.device;

import io.trunkline.desktop.kit.work.Lane;
import io.trunkline.desktop.kit.work.Running;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices during a call that the computer is in another network than before, by the addresses it has. A look may take
/// its time, so that it has a lane of its own.
final class NetworkWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);
    static final Duration PAUSE = Duration.ofSeconds(1);

    /// So many looks in a row must agree. A network that comes and goes is left alone until it stays, and the engine,
    /// which looks by itself every two seconds, knows it by then.
    static final int SETTLED = 3;

    private final Supplier<Set<String>> addresses;
    private final Runnable changed;
    private final Duration pause;
    private final Lane lane = new Lane("voice-network", e -> LOG.debug("The network could not be looked at", e));
    private Running looking = Running.ENDED;
    private Set<String> known = Set.of();
    private Set<String> seen = Set.of();
    private int agreed;

    NetworkWatch(Supplier<Set<String>> addresses, Runnable changed, Duration pause) {
        this.addresses = addresses;
        this.changed = changed;
        this.pause = pause;
    }

    /// Looks from now on, or no more; what is there now counts as known.
    void watch(boolean on) {
        lane.run(() -> {
            looking.cancel();
            looking = Running.ENDED;
            if (on) {
                looking = lane.every(pause, this::look); // also where the first look fails
                begin();
            }
        });
    }

    void begin() {
        known = addresses.get();
        seen = known;
        agreed = SETTLED;
    }

    /// Without any address nothing is told: there is nowhere to look. Whatever comes then is another network.
    void look() {
        var now = addresses.get();
        agreed = now.equals(seen) ? agreed + 1 : 1;
        seen = now;
        if (agreed >= SETTLED && !now.equals(known)) {
            known = now;
            if (!now.isEmpty()) {
                LOG.info("The computer's network is another one now");
                changed.run();
            }
        }
    }

    @Override
    public void close() {
        lane.stop();
    }
}
