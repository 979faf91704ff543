package io.trunkline.desktop.look;

import io.trunkline.model.interaction.InteractionState;
import org.kordamp.ikonli.material2.Material2AL;

/// How each state of an interaction looks.
public final class InteractionLook {
    private InteractionLook() {}

    public static Look of(InteractionState interaction) {
        return switch (interaction) {
            case OPEN -> new Look(Material2AL.FIBER_NEW, Look.PLAIN, "look.interaction.open");
            case WAITING -> new Look(Material2AL.HOURGLASS_EMPTY, Look.SOON, "look.interaction.waiting");
            case ACTIVE -> new Look(Material2AL.HEADSET_MIC, Look.FINE, "look.interaction.active");
            case WRAPPING -> new Look(Material2AL.EDIT, Look.PLAIN, "look.interaction.wrapping");
            case COMPLETED -> new Look(Material2AL.DONE, Look.PLAIN, "look.interaction.completed");
        };
    }
}
