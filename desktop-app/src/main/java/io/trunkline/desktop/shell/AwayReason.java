package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.text.Text;
import java.util.Locale;

/// The words for a reason to be away: the common ones in the agent's language, others as the tenant wrote them.
final class AwayReason {
    private AwayReason() {}

    static String text(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "break" -> Text.of("shell.away.break");
            case "lunch" -> Text.of("shell.away.lunch");
            case "meeting" -> Text.of("shell.away.meeting");
            case "training" -> Text.of("shell.away.training");
            case "personal" -> Text.of("shell.away.personal");
            default -> reason;
        };
    }
}
