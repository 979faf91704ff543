package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.os.ManagedSettings.Wrong;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedSettingsTest {
    @Test
    void readsEveryKeyInAnyCase() {
        var set = ManagedSettings.of(Map.of(
                "Backend",
                "https://centre.example.com",
                "TENANT",
                " acme ",
                "kiosk",
                "true",
                "Updates",
                "off",
                "PROXY",
                "http://proxy.example.com:3128"));

        assertThat(set.backend()).contains(URI.create("https://centre.example.com"));
        assertThat(set.tenant()).contains("acme");
        assertThat(set.kiosk()).contains(true);
        assertThat(set.tellsUpdates()).contains(false);
        assertThat(set.proxy()).contains(new WebProxy.At("proxy.example.com", 3128));
        assertThat(set.wrong()).isEmpty();
        assertThat(ManagedSettings.Key.values()).allMatch(set::sets);
    }

    @Test
    void nothingSetSetsNothing() {
        assertThat(ManagedSettings.of(Map.of("backend", "  ", "colour", "red"))).isEqualTo(ManagedSettings.NONE);
        assertThat(ManagedSettings.Key.values()).noneMatch(ManagedSettings.NONE::sets);
    }

    @ParameterizedTest
    @CsvSource({
        "backend, ftp://centre.example.com, BACKEND",
        "backend, https://, BACKEND",
        "backend, not an address, BACKEND",
        "kiosk, perhaps, KIOSK",
        "updates, install, UPDATES",
        "proxy, proxy.example.com, PROXY",
        "proxy, https://proxy.example.com:3128, PROXY",
        "proxy, ana:secret@proxy.example.com:3128, PROXY",
        "proxy, proxy.example.com:99999, PROXY"
    })
    void aWrongValueIsToldAndNotUsed(String name, String value, ManagedSettings.Key key) {
        var set = ManagedSettings.of(Map.of(name, value));
        assertThat(set.sets(key)).isFalse();
        assertThat(set.wrong()).containsExactly(new Wrong(key, value));
    }

    @Test
    void oneWrongValueLeavesTheOthers() {
        var set = ManagedSettings.of(Map.of("kiosk", "perhaps", "tenant", "acme"));
        assertThat(set.tenant()).contains("acme");
        assertThat(set.kiosk()).isEmpty();
    }
}
