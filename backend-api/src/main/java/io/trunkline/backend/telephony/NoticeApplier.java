package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import java.time.Instant;

/// Does what one kind of notice asks for, inside the transaction that marks it as applied.
///
/// It must bear repeats and any order. An exception sends the notice to be tried again and at last to the dead letters.
@FunctionalInterface
public interface NoticeApplier {
    /// False when what the notice is about is not known yet: it is parked and comes again.
    boolean apply(Tx tx, String body, Instant receivedAt);
}
