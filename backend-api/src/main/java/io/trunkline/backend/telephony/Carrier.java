package io.trunkline.backend.telephony;

import io.trunkline.model.TenantId;
import java.time.Instant;

/// Whoever carries calls. Never called inside a transaction; every request ends within its own time limit.
public interface Carrier {
    /// Carries an order out. Never throws: whatever goes wrong is a [Reply].
    Reply carry(TenantId tenant, CarrierOrder order);

    /// Finds out whether an order that may have been sent at `since` was carried out: `Done`, `Gone` or `NotDone`, or
    /// `Later` when that cannot be told now.
    Reply look(TenantId tenant, CarrierOrder order, Instant since);
}
