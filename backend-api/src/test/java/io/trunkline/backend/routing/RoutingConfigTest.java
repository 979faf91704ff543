package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingConfigTest {
    @Test
    void aDesktopHasTwoSecondsToSayThatItRings() {
        assertThat(RoutingConfig.DEFAULT.ringProof()).isEqualTo(Duration.ofSeconds(2));
        assertThat(of("750ms").rules().ringProofMicros()).isEqualTo(750_000);
    }

    @Test
    void proofOfRingIsSwitchedOffByZeroAndIsNoMinuteLong() {
        assertThat(of("0s").rules().ringProofMicros()).isZero();
        assertThatThrownBy(() -> of("61s")).isInstanceOf(SettingFault.class);
    }

    private static RoutingConfig of(String ringProof) {
        return RoutingConfig.from(Settings.of(Map.of("routing.ring-proof", ringProof)));
    }
}
