package io.trunkline.desktop.session;

import io.trunkline.model.Direction;
import io.trunkline.model.interaction.Reservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Since when an agent talks, by the backend's clock.
public final class Talk {
    private Talk() {}

    /// Null while the contact an agent calls has not picked up: a timer is empty until then and begins at zero, so that
    /// it never jumps back.
    public static @Nullable Instant since(Reservation of) {
        var accepted = of.acceptedAt();
        if (accepted != null) {
            return accepted;
        }
        return of.direction() == Direction.OUTBOUND ? null : of.offeredAt();
    }
}
