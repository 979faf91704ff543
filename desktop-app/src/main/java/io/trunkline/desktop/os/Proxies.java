package io.trunkline.desktop.os;

import io.trunkline.desktop.backend.ThisProgram;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Leads each connection of this program by the web proxy that IT has set, else by the system's own; what is on this
/// computer is spoken to directly.
public final class Proxies extends ProxySelector {
    private static final List<Proxy> DIRECTLY = List.of(Proxy.NO_PROXY);

    private final WebProxy set;
    private final ProxySelector systems;
    private final EnvironmentProxy environment;

    Proxies(WebProxy set, ProxySelector systems, EnvironmentProxy environment) {
        this.set = set;
        this.systems = systems;
        this.environment = environment;
    }

    /// To be called before anything asks Java for a proxy: it looks at this word only once.
    public static void askTheSystem() {
        System.setProperty("java.net.useSystemProxies", "true");
    }

    /// From now on, for the whole program.
    public static void become(WebProxy set) {
        var variables = ThisProgram.system().equals("linux") ? System.getenv() : Map.<String, String>of();
        ProxySelector.setDefault(new Proxies(set, ProxySelector.getDefault(), new EnvironmentProxy(variables)));
    }

    @Override
    public List<Proxy> select(URI address) {
        var host = Optional.ofNullable(address.getHost()).orElse("");
        if (isHere(host)) {
            return DIRECTLY;
        }
        return switch (set) {
            case WebProxy.None _ -> DIRECTLY;
            case WebProxy.At at -> List.of(proxy(at));
            case WebProxy.OfSystem _ -> {
                var said = systems.select(address);
                yield said.stream().anyMatch(each -> each.type() != Proxy.Type.DIRECT)
                        ? said
                        : environment.to(host).map(at -> List.of(proxy(at))).orElse(said);
            }
        };
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException why) {
        systems.connectFailed(address, proxy, why);
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1");
    }

    private static Proxy proxy(WebProxy.At at) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(at.host(), at.port()));
    }
}
