package io.trunkline.desktop.look;

import io.trunkline.model.interaction.Outcome;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each outcome of an interaction looks.
public final class OutcomeLook {
    private OutcomeLook() {}

    public static Look of(Outcome outcome) {
        return switch (outcome) {
            case HANDLED -> new Look(Material2AL.DONE, Look.FINE, "look.outcome.handled");
            case ABANDONED -> new Look(Material2AL.CALL_MISSED, Look.NOW, "look.outcome.abandoned");
            case CLOSED -> new Look(Material2MZ.SCHEDULE, Look.PLAIN, "look.outcome.closed");
            case OVERFLOWED -> new Look(Material2MZ.PEOPLE_OUTLINE, Look.SOON, "look.outcome.overflowed");
            case FAILED -> new Look(Material2AL.ERROR_OUTLINE, Look.NOW, "look.outcome.failed");
        };
    }
}
