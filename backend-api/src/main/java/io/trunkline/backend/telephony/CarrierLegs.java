package io.trunkline.backend.telephony;

import io.trunkline.model.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a carrier says how a leg is doing. Never called inside a transaction.
@FunctionalInterface
public interface CarrierLegs {
    /// Empty when that cannot be told now.
    Optional<Seen> seen(TenantId tenant, CallSid leg);

    /// A leg as the carrier has it; `endedAt` where it has ended and the carrier knows when.
    record Seen(LegState state, @Nullable Instant endedAt) {}
}
