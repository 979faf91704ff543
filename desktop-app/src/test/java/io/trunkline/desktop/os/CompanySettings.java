package io.trunkline.desktop.os;

import io.trunkline.desktop.wire.TunnelProxy;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/// What IT has set on a computer, for tests of other packages.
public final class CompanySettings {
    private CompanySettings() {}

    /// The authorities in a bundle.
    public static List<X509Certificate> authorities(Path bundle) {
        return SystemAuthorities.inFirst(List.of(bundle));
    }

    /// All that is outside goes through this proxy, from now on.
    public static void proxy(TunnelProxy proxy) {
        var set = ManagedSettings.of(Map.of("proxy", proxy.host() + ":" + proxy.port()));
        Proxies.become(set.proxy().orElseThrow());
    }
}
