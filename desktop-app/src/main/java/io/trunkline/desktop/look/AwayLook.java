package io.trunkline.desktop.look;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.model.presence.SystemReason;
import java.util.Locale;

/// The words for a reason to be away: the common ones in the agent's language, others as the tenant wrote them.
public final class AwayLook {
    private AwayLook() {}

    public static String text(String reason) {
        return SystemReason.of(reason).map(AwayLook::text).orElseGet(() -> chosen(reason));
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
