package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    private static final URI CENTRE = URI.create("https://centre.example.com/api/v1/me");
    private static final Proxy SYSTEMS = proxy("system.example.com", 8080);
    private static final WebProxy SET = new WebProxy.At("set.example.com", 3128);
    private static final Map<String, String> VARIABLES =
            Map.of("https_proxy", "http://variable.example.com:3129/", "no_proxy", "localhost, .acme.example,10.1.2.3");

    @Test
    void whatItHasSetWinsOverTheSystem() {
        assertThat(proxies(SET, SYSTEMS, VARIABLES).select(CENTRE)).containsExactly(proxy("set.example.com", 3128));
        assertThat(proxies(new WebProxy.None(), SYSTEMS, VARIABLES).select(CENTRE))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void theSystemsProxyIsTakenAndElseThatOfTheVariables() {
        var system = new WebProxy.OfSystem();
        assertThat(proxies(system, SYSTEMS, VARIABLES).select(CENTRE)).containsExactly(SYSTEMS);
        assertThat(proxies(system, Proxy.NO_PROXY, VARIABLES).select(CENTRE))
                .containsExactly(proxy("variable.example.com", 3129));
        assertThat(proxies(system, Proxy.NO_PROXY, Map.of()).select(CENTRE)).containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @CsvSource({"https://acme.example", "https://desk.acme.example:8443", "https://10.1.2.3", "https://LOCALHOST"})
    void whatTheVariablesExceptIsReachedDirectly(URI address) {
        assertThat(proxies(new WebProxy.OfSystem(), Proxy.NO_PROXY, VARIABLES).select(address))
                .containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080", "https://127.0.0.1", "http://[::1]:8080"})
    void thisComputerIsAlwaysReachedDirectly(URI address) {
        assertThat(proxies(SET, SYSTEMS, VARIABLES).select(address)).containsExactly(Proxy.NO_PROXY);
    }

    private static Proxies proxies(WebProxy set, Proxy systems, Map<String, String> variables) {
        return new Proxies(
                set,
                new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI address) {
                        return List.of(systems);
                    }

                    @Override
                    public void connectFailed(URI address, SocketAddress proxy, IOException why) {}
                },
                new EnvironmentProxy(variables));
    }

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }
}
