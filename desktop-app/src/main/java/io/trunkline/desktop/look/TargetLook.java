package io.trunkline.desktop.look;

import io.trunkline.model.call.TargetKind;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each kind of place for a transfer looks.
public final class TargetLook {
    private TargetLook() {}

    public static Look of(TargetKind target) {
        return switch (target) {
            case QUEUE -> new Look(Material2MZ.PEOPLE_OUTLINE, Look.PLAIN, "look.target.queue");
            case AGENT -> new Look(Material2AL.HEADSET_MIC, Look.PLAIN, "look.target.agent");
            case NUMBER -> new Look(Material2AL.DIALPAD, Look.PLAIN, "look.target.number");
        };
    }
}
