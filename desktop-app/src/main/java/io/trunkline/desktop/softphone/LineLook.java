package io.trunkline.desktop.softphone;

import io.trunkline.desktop.look.Look;
import io.trunkline.desktop.softphone.device.Quality;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How the line looks: the worst that is true, as sign and word.
final class LineLook {
    private LineLook() {}

    static Look of(Line line, Quality quality) {
        return switch (line) {
            case JOINING -> new Look(Material2MZ.SYNC, "say-plain", "softphone.line.joining");
            case RINGING -> new Look(Material2MZ.PHONE_IN_TALK, "say-soon", "softphone.line.ringing");
            case BACK -> new Look(Material2MZ.SYNC, "say-fine", "softphone.line.back");
            case UNANSWERED -> new Look(Material2MZ.PHONE_DISABLED, "say-now", "softphone.line.unanswered");
            case HELD -> new Look(Material2MZ.PAUSE_CIRCLE_OUTLINE, "say-soon", "softphone.line.held");
            case BROKEN -> new Look(Material2MZ.SYNC_PROBLEM, "say-now", "softphone.line.broken");
            case FAILED -> new Look(Material2MZ.MIC_OFF, "say-now", "softphone.line.failed");
            case OUT -> new Look(Material2AL.CALL_END, "say-now", "softphone.line.out");
            case ELSEWHERE -> new Look(Material2AL.DEVICES_OTHER, "say-soon", "softphone.line.elsewhere");
            case JOINED -> of(quality);
        };
    }

    private static Look of(Quality quality) {
        return switch (quality) {
            case UNMEASURED -> new Look(Material2MZ.PHONE_IN_TALK, "say-plain", "softphone.line.joined");
            case GOOD -> new Look(Material2MZ.SIGNAL_CELLULAR_4_BAR, "say-fine", "softphone.line.good");
            case FAIR -> new Look(Material2MZ.NETWORK_CELL, "say-soon", "softphone.line.fair");
            case POOR -> new Look(Material2MZ.SIGNAL_CELLULAR_NULL, "say-now", "softphone.line.poor");
            case SILENT -> new Look(Material2AL.HEARING, "say-now", "softphone.line.silent");
        };
    }
}
