package io.trunkline.desktop.softphone;

import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The call this desk is in. `queue` is empty for a call without one; `since` is null while the
/// contact has not picked up.
record RunningCall(
        InteractionId interaction,
        ReservationId reservation,
        String contact,
        String queue,
        Direction direction,
        @Nullable Instant since) {}
