package io.trunkline.desktop.look;

import io.trunkline.model.call.LineGrade;
import org.kordamp.ikonli.material2.Material2MZ;

/// How good a line was, by its mean opinion score.
public final class LineQualityLook {
    private LineQualityLook() {}

    public static Look of(double mos) {
        return switch (LineGrade.of(mos)) {
            case GOOD -> new Look(Material2MZ.SIGNAL_CELLULAR_4_BAR, Look.FINE, "look.line.good");
            case FAIR -> new Look(Material2MZ.NETWORK_CELL, Look.SOON, "look.line.fair");
            case POOR -> new Look(Material2MZ.SIGNAL_CELLULAR_NULL, Look.NOW, "look.line.poor");
        };
    }
}
