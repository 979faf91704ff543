package io.trunkline.desktop.look;

import io.trunkline.model.Direction;
import org.kordamp.ikonli.material2.Material2AL;

/// How each direction looks.
public final class DirectionLook {
    private DirectionLook() {}

    public static Look of(Direction direction) {
        return switch (direction) {
            case INBOUND -> new Look(Material2AL.CALL_RECEIVED, Look.PLAIN, "look.direction.inbound");
            case OUTBOUND -> new Look(Material2AL.CALL_MADE, Look.PLAIN, "look.direction.outbound");
        };
    }
}
