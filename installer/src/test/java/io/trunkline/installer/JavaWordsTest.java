package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The desktop runs alike on each system: the same heap, the same collector, the same compiler.
class JavaWordsTest {
    private static final Pattern WORD =
            Pattern.compile("(?<=[\"\\s])(-X[a-zA-Z]*[:\\d][\\w+=-]*|--enable-native-access=[A-Z-]+)(?=[\"\\s,])");
    private static final String ON_LINUX_ALONE = "-XX:TrimNativeHeapInterval=5000";

    @Test
    void everySystemStartsTheDesktopWithTheSameWordsOfJava() {
        var linux = words("linux/desktop/command.sh");
        assertThat(linux).contains("-Xmx512m", "-XX:+UseSerialGC", ON_LINUX_ALONE);
        linux.remove(ON_LINUX_ALONE);

        assertThat(words("windows/build.ps1")).isEqualTo(linux);
        assertThat(words("macos/build.sh")).isEqualTo(linux);
    }

    private static SortedSet<String> words(String recipe) {
        var text = Checkout.text("installer/" + recipe);
        var words = new TreeSet<String>();
        WORD.matcher(text).results().map(found -> found.group(1)).forEach(words::add);
        words.removeIf(word -> word.startsWith("-XX:AOTCache"));
        return words;
    }
}
