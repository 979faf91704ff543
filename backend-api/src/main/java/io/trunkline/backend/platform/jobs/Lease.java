package io.trunkline.backend.platform.jobs;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One lease that this node wants: held for a while, lost when it is not renewed in time.
///
/// Every write made under it carries the epoch and is refused by `lease_check(name, epoch)` once somebody else holds
/// it.
public final class Lease {
    private final String name;
    private volatile @Nullable Held held;

    private record Held(long epoch, long until) {}

    Lease(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// The epoch while the lease is held, by this node's monotonic clock.
    public OptionalLong epoch() {
        var now = held;
        return now != null && now.until - System.nanoTime() > 0 ? OptionalLong.of(now.epoch) : OptionalLong.empty();
    }

    public boolean held() {
        return epoch().isPresent();
    }

    /// `asked` is when the question left: the database began to count later than that.
    void hold(long epoch, long asked, Duration length) {
        held = new Held(epoch, asked + length.toNanos());
    }

    /// True when it was held until now, as far as anybody was told.
    boolean lose() {
        var had = held != null;
        held = null;
        return had;
    }
}
