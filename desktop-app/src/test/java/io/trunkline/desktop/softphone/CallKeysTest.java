package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class CallKeysTest {
    /// What macOS or every program there does with them, whatever a program wants.
    private static final List<KeyCombination> OF_MACOS = List.of(
                    "Shortcut+H",
                    "Shortcut+Alt+H",
                    "Shortcut+M",
                    "Shortcut+Alt+M",
                    "Shortcut+Q",
                    "Shortcut+Shift+Q",
                    "Shortcut+W",
                    "Shortcut+Space",
                    "Shortcut+Tab",
                    "Shortcut+Comma",
                    "Shortcut+Shift+Slash")
            .stream()
            .map(KeyCombination::valueOf)
            .toList();

    @Test
    void noneOnMacOsIsTheSystemsOwnAndNoTwoAreTheSame() {
        assertThat(all(CallKeys.of(true))).doesNotContainAnyElementsOf(OF_MACOS).doesNotHaveDuplicates();
    }

    @Test
    void elsewhereMuteAndHoldAreOneHandsKeys() {
        var keys = CallKeys.of(false);
        assertThat(keys.mute()).isEqualTo(KeyCombination.valueOf("Shortcut+M"));
        assertThat(keys.hold()).isEqualTo(KeyCombination.valueOf("Shortcut+H"));
        assertThat(all(keys)).doesNotHaveDuplicates();
    }

    private static List<KeyCombination> all(CallKeys keys) {
        return List.of(keys.answer(), keys.decline(), keys.mute(), keys.hold(), keys.transfer(), keys.end());
    }
}
