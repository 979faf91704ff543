package io.trunkline.desktop.look;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.model.presence.SystemReason;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2MZ;

/// The words for a reason to be away: the common ones in the agent's language, others as the tenant wrote them.
public final class AwayLook {
    private AwayLook() {}

    public static String text(String reason) {
        return SystemReason.of(reason).map(AwayLook::text).orElseGet(() -> chosen(reason));
    }

    /// How it looks that the system sent an agent away; empty where they went themselves.
    public static Optional<Look> mark(String reason) {
        return SystemReason.of(reason).map(AwayLook::mark);
    }

    private static Look mark(SystemReason reason) {
        return switch (reason) {
            case NO_ANSWER -> new Look(Material2MZ.PHONE_MISSED, Look.SOON, "look.away.noAnswer");
            case NOT_RINGING -> new Look(Material2MZ.NOTIFICATIONS_OFF, Look.NOW, "look.away.notRinging");
            case LINE_NOT_ANSWERED -> new Look(Material2MZ.PHONE_DISABLED, Look.NOW, "look.away.lineNotAnswered");
        };
    }

    private static String text(SystemReason reason) {
        return switch (reason) {
            case NO_ANSWER -> Text.of("look.away.noAnswer");
            case NOT_RINGING -> Text.of("look.away.notRinging");
            case LINE_NOT_ANSWERED -> Text.of("look.away.lineNotAnswered");
        };
    }

    private static String chosen(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "break" -> Text.of("look.away.break");
            case "lunch" -> Text.of("look.away.lunch");
            case "meeting" -> Text.of("look.away.meeting");
            case "training" -> Text.of("look.away.training");
            case "personal" -> Text.of("look.away.personal");
            default -> reason;
        };
    }
}
