package io.trunkline.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Channel;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.presence.SystemReason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void everyPresenceHasAFormOfItsOwn() {
        assertThat(Arrays.stream(PresenceState.values())
                        .map(each -> PresenceLook.of(each).form()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSystemsReasonsToBeAwayAreSaidInTheAgentsLanguage() {
        assertThat(AwayLook.text(SystemReason.NOT_RINGING.text())).isEqualTo("Not ringing");
        assertThat(AwayLook.text("no answer")).isEqualTo("No answer");
        assertThat(AwayLook.text("Dentist")).isEqualTo("Dentist");
    }

    @Test
    void everyPresenceAndChannelHasAName() {
        assertThat(Arrays.stream(PresenceState.values())
                        .map(each -> PresenceLook.of(each).text()))
                .doesNotHaveDuplicates()
                .noneMatch(text -> text.contains("."));
        assertThat(Arrays.stream(Channel.values())
                        .map(each -> ChannelLook.of(each).text()))
                .containsExactly("Call", "Text message");
    }
}
