package io.trunkline.desktop.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Colours come through AtlantaFX's variables only, so that light and dark both hold.
class StylesheetsTest {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern COLOUR = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsba?)\\(|:\\s*(?:[^;{]*\\s)?(?:white|black|red|green|blue"
                    + "|gray|grey|orange|yellow|purple|violet|amber|silver)\\b(?<!type: gray)");

    @Test
    void noStylesheetHoldsAColourLiteral() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "resources"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".css")).toList()) {
                assertThat(literals(Files.readString(file))).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void aColourLiteralWouldBeFound() {
        assertThat(literals(".a { -fx-text-fill: #ff0000; }")).isNotEmpty();
        assertThat(literals(".a { -fx-text-fill: red; }")).isNotEmpty();
        assertThat(literals(".a { -fx-border-color: transparent rgba(1, 2, 3, 0.5); }"))
                .isNotEmpty();
        assertThat(literals(".a { -fx-text-fill: -color-danger-fg; } /* red */"))
                .isEmpty();
    }

    private static List<String> literals(String css) {
        var found = new ArrayList<String>();
        COLOUR.matcher(COMMENT.matcher(css).replaceAll("")).results().forEach(each -> found.add(each.group()));
        return found;
    }
}
