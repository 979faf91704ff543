package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Does what one kind of notice asks for, inside the transaction that marks it as applied.
///
/// It must bear repeats and any order. An exception sends the notice to be tried again and at last to the dead letters.
@FunctionalInterface
public interface NoticeApplier {
    /// False when what the notice is about is not known yet: it is parked and comes again.
    boolean apply(Tx tx, String body, Instant receivedAt);

    /// Which subjects of the notices are surely not known yet, found out for all of them at once: these notices are
    /// parked without being tried.
    default Set<String> unknown(Tx tx, List<Told> told) {
        return Set.of();
    }

    /// A notice before it is read.
    record Told(String subject, String body) {}
}
