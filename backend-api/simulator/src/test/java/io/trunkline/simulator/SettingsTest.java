package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.simulator.account.Unkindness;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void haveDefaults() {
        var settings = Settings.of(Map.of(), Map.of());

        assertThat(settings.port()).isEqualTo(8090);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.account().sid()).isEqualTo("AC00000000000000000000000000000001");
        assertThat(settings.unkindness()).isEqualTo(Unkindness.USUAL);
        assertThat(settings.speed()).isEqualTo(1);
    }

    @Test
    void areReadFromTheEnvironmentAndOverruledByArguments() {
        var environment = Map.of(
                "TRUNKLINE_SIM_PORT", "1234",
                "TRUNKLINE_SIM_ACCOUNT", "AC000000000000000000000000000000ff",
                "TRUNKLINE_SIM_TOKEN", "t",
                "TRUNKLINE_SIM_KEY", "SKx",
                "TRUNKLINE_SIM_SECRET", "s",
                "TRUNKLINE_SIM_MEDIA", "media",
                "TRUNKLINE_SIM_SEED", "5",
                "TRUNKLINE_SIM_UNKIND", "{\"latencyMs\": 7}",
                "TRUNKLINE_SIM_NUMBERS", "numbers.json",
                "TRUNKLINE_SIM_SCENARIO", "demo");
        var settings = Settings.of(Map.of("port", "0"), environment);

        assertThat(settings.port()).isZero();
        assertThat(settings.account().keySid()).isEqualTo("SKx");
        assertThat(settings.seed()).isEqualTo(5);
        assertThat(settings.media()).isEqualTo(Path.of("media"));
        assertThat(settings.unkindness().latencyMs()).isEqualTo(7);
        assertThat(settings.unkindness().cps()).isEqualTo(1);
        assertThat(settings.numbers()).contains(Path.of("numbers.json"));
        assertThat(settings.scenario()).contains("demo");
    }

    @Test
    void areRefusedWhenTheyMakeNoSense() {
        assertThatThrownBy(() -> Settings.of(Map.of("port", "99999"), Map.of())).hasMessageContaining("port");
        assertThatThrownBy(() -> Settings.of(Map.of("speed", "0"), Map.of())).hasMessageContaining("speed");
        assertThatThrownBy(() -> Settings.of(Map.of("account", "x"), Map.of())).hasMessageContaining("account");
        assertThatThrownBy(() -> Settings.of(Map.of("unkind", "{\"x\": 1}"), Map.of()))
                .hasMessageContaining("x");
    }

    @Test
    void hideTheirSecretsWhenPrinted() {
        var settings = Settings.of(Map.of("token", "hush-token", "secret", "hush-secret"), Map.of());

        assertThat(settings.toString()).doesNotContain("hush");
    }
}
