package io.trunkline.desktop.softphone.device;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// The page's console in the program's log, without what opens doors: tokens, and descriptions of media, which hold
/// keys and addresses.
final class PageLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.trunkline.desktop.softphone.page");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+(\\.[\\w-]*)?");
    private static final Pattern TOKEN_FIELD = Pattern.compile("(\"token\"\\s*:\\s*\")[^\"]*\"");
    private static final Pattern DESCRIPTION = Pattern.compile("v=0(?:\\\\r|\\\\n|\\s).*?(?=\"|$)", Pattern.DOTALL);
    private static final int LONGEST = 2_000;

    void write(String level, String text) {
        LOG.atLevel(level(level)).log("{}", clean(text));
    }

    static String clean(String text) {
        var without = DESCRIPTION.matcher(text).replaceAll("(description)");
        without = TOKEN.matcher(without).replaceAll("(token)");
        without = TOKEN_FIELD.matcher(without).replaceAll("$1(token)\"");
        return without.length() <= LONGEST ? without : without.substring(0, LONGEST) + "…";
    }

    private static Level level(String level) {
        return switch (level) {
            case "error" -> Level.ERROR;
            case "warn" -> Level.WARN;
            case "trace" -> Level.TRACE;
            default -> Level.DEBUG;
        };
    }
}
