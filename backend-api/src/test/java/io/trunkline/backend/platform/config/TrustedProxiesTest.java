package io.trunkline.backend.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES = new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::1"));

    @Test
    void withoutTrustedProxiesNobodysWordIsTaken() {
        assertThat(TrustedProxies.NONE.client("127.0.0.1", List.of("203.0.113.9")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void aStrangersWordIsNotTaken() {
        assertThat(PROXIES.client("198.51.100.7", List.of("203.0.113.9"))).isEqualTo("198.51.100.7");
    }

    @Test
    void aTrustedProxySaysWhoTheClientIs() {
        assertThat(PROXIES.client("10.1.2.3", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(PROXIES.client("2001:db8::1", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
    }

    @Test
    void whatTheClientWroteItselfBeforeTheProxyIsPassedOver() {
        assertThat(PROXIES.client("10.1.2.3", List.of("6.6.6.6, 203.0.113.9", "10.9.9.9")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void whatIsNoAddressEndsTheChain() {
        assertThat(PROXIES.client("10.1.2.3", List.of("unknown"))).isEqualTo("10.1.2.3");
        assertThat(PROXIES.client("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
    }

    @Test
    void aSettingThatIsNoNetworkIsRefusedWithItsName() {
        for (var wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0.0/x")) {
            assertThatThrownBy(() -> HttpConfig.from(Settings.of(Map.of("http.trusted-proxies", wrong))))
                    .isInstanceOf(SettingFault.class)
                    .hasMessageContaining("http.trusted-proxies");
        }
    }
}
