package io.trunkline.desktop.look;

import io.trunkline.desktop.kit.text.Text;
import java.util.Locale;

/// The words for a reason to be away: the common ones in the agent's language, others as the tenant wrote them.
public final class AwayLook {
    private AwayLook() {}

    public static String text(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "break" -> Text.of("look.away.break");
            case "lunch" -> Text.of("look.away.lunch");
            case "meeting" -> Text.of("look.away.meeting");
            case "training" -> Text.of("look.away.training");
            case "personal" -> Text.of("look.away.personal");
            case "no answer" -> Text.of("look.away.noAnswer");
            default -> reason;
        };
    }
}
