package io.trunkline.desktop.look;

import org.kordamp.ikonli.material2.Material2MZ;

/// How good a line was, by its mean opinion score.
public final class LineQualityLook {
    private static final double GOOD = 4.0;
    private static final double FAIR = 3.5;

    private LineQualityLook() {}

    public static Look of(double mos) {
        if (mos >= GOOD) {
            return new Look(Material2MZ.SIGNAL_CELLULAR_4_BAR, Look.FINE, "look.line.good");
        }
        return mos >= FAIR
                ? new Look(Material2MZ.NETWORK_CELL, Look.SOON, "look.line.fair")
                : new Look(Material2MZ.SIGNAL_CELLULAR_NULL, Look.NOW, "look.line.poor");
    }
}
