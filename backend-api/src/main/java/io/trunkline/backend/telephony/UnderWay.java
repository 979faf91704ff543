package io.trunkline.backend.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The commands this program is sending for a tenant.
final class UnderWay {
    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();
    private volatile Instant kept = Instant.MIN;

    void begun(UUID command) {
        ids.add(command);
    }

    void ended(UUID command) {
        ids.remove(command);
    }

    Set<UUID> ids() {
        return Set.copyOf(ids);
    }

    /// Whether it is time to say again that they are being sent.
    boolean dueForRenewal(Instant now, Duration apart) {
        if (ids.isEmpty() || now.isBefore(kept.plus(apart))) {
            return false;
        }
        kept = now;
        return true;
    }
}
