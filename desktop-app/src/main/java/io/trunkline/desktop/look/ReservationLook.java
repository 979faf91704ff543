package io.trunkline.desktop.look;

import io.trunkline.model.interaction.ReservationState;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each state of an offer looks.
public final class ReservationLook {
    private ReservationLook() {}

    public static Look of(ReservationState reservation) {
        return switch (reservation) {
            case OFFERED -> new Look(Material2MZ.NOTIFICATIONS_ACTIVE, Look.SOON, "look.reservation.offered");
            case ACCEPTED -> new Look(Material2AL.HEADSET_MIC, Look.FINE, "look.reservation.accepted");
            case WRAPPING -> new Look(Material2AL.EDIT, Look.PLAIN, "look.reservation.wrapping");
            case COMPLETED -> new Look(Material2AL.DONE, Look.PLAIN, "look.reservation.completed");
            case DECLINED -> new Look(Material2AL.BLOCK, Look.PLAIN, "look.reservation.declined");
            case EXPIRED -> new Look(Material2MZ.TIMER_OFF, Look.SOON, "look.reservation.expired");
            case WITHDRAWN -> new Look(Material2MZ.UNDO, Look.PLAIN, "look.reservation.withdrawn");
        };
    }
}
