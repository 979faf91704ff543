package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The words for warnings against the SDK itself, as the build delivers it.
class WarningNamesTest {
    private static final Pattern WORD = Pattern.compile("(\\w+):\"([a-z-]+)\"");
    private static final Pattern THRESHOLDS = Pattern.compile("(\\w+):(\\{[^}]*\\}|\\[[^\\]]*\\])");
    /// Told to Insights only, never to the program.
    private static final String KEPT = "constant-audio-output-level";

    private static final String LOST = "ice-connectivity-lost";

    private final String sdk = sdk();

    @Test
    void thereAreWordsForExactlyWhatTheSdkWarnsOf() {
        assertThat(LineText.names()).containsExactlyInAnyOrderElementsOf(told());
    }

    @Test
    void theSdkWarnsAtItsOwnThresholdsAndNobodyGivesItOthers() throws IOException {
        assertThat(thresholds())
                .containsEntry("rtt", "{max:400}")
                .containsEntry("jitter", "{max:30}")
                .containsEntry("mos", "{min:3}")
                .containsEntry("packetsLostFraction", "[{max:1},{clearValue:1,maxAverage:3,sampleCount:7}]")
                .containsEntry("bytesReceived", "{clearCount:2,min:1,raiseCount:3,sampleCount:3}")
                .containsEntry("bytesSent", "{clearCount:2,min:1,raiseCount:3,sampleCount:3}")
                .containsEntry("audioInputLevel", "{minStandardDeviation:327.67,sampleCount:10}");
        assertThat(text("device/shim/device.js")).doesNotContain("thresholds");
    }

    /// What it says of a figure is a prefix, which names the kind of threshold, and a word, which names the figure; and
    /// beside that the loss of the way itself.
    private Set<String> told() {
        var prefixes = words(one("\\{max:\"high-\"[^}]*\\}"));
        var words = words(one("\\{audioInputLevel:\"[^}]*\\}"));
        var twofold = words(one("packetsLostFraction:(\\{max:\"[^}]*\\})"));
        assertThat(twofold).containsOnlyKeys("max", "maxAverage");
        var told = new HashSet<String>();
        thresholds()
                .forEach((figure, limits) -> kinds(limits, prefixes)
                        .forEach(kind -> told.add(prefixes.get(kind)
                                + (figure.equals("packetsLostFraction") ? twofold.get(kind) : words.get(figure)))));
        assertThat(told).hasSizeGreaterThan(5).contains(KEPT);
        assertThat(sdk.contains("!==\"" + KEPT + "\"")).as("it keeps %s", KEPT).isTrue();
        assertThat(sdk.contains("\"" + LOST + "\"")).as("it tells of %s", LOST).isTrue();
        told.remove(KEPT);
        told.add(LOST);
        return told;
    }

    private Map<String, String> thresholds() {
        var found = new HashMap<String, String>();
        var body = one("\\{audioInputLevel:\\{.*?rtt:\\{[^}]*\\}\\}");
        var each = THRESHOLDS.matcher(body.substring(1, body.length() - 1));
        while (each.find()) {
            found.put(each.group(1), each.group(2));
        }
        return found;
    }

    private static List<String> kinds(String limits, Map<String, String> prefixes) {
        var kinds = new ArrayList<String>();
        var each = Pattern.compile("(\\w+):").matcher(limits);
        while (each.find()) {
            if (prefixes.containsKey(each.group(1))) {
                kinds.add(each.group(1));
            }
        }
        return kinds;
    }

    private static Map<String, String> words(String object) {
        var words = new HashMap<String, String>();
        var each = WORD.matcher(object);
        while (each.find()) {
            words.put(each.group(1), each.group(2));
        }
        return words;
    }

    private String one(String pattern) {
        var found = Pattern.compile(pattern).matcher(sdk);
        assertThat(found.find()).as("the SDK has %s", pattern).isTrue();
        return found.groupCount() == 0 ? found.group() : found.group(1);
    }

    private static String sdk() {
        try {
            return text("device/sdk/twilio.min.js");
        } catch (IOException e) {
            throw new AssertionError("The build fetches the SDK", e);
        }
    }

    private static String text(String resource) throws IOException {
        try (var in = LineText.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
