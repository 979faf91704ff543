package io.trunkline.backend.platform.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The proxies whose word is taken for where a request comes from, as addresses or networks such as `10.0.0.0/8`.
///
/// Anybody can write `X-Forwarded-For`, so it is read from its end, and only as far as trusted proxies have written it.
public record TrustedProxies(List<String> networks) {
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    public TrustedProxies {
        networks = List.copyOf(networks);
        networks.forEach(TrustedProxies::network);
    }

    static TrustedProxies from(Settings settings) {
        return settings.parsed(
                "http.trusted-proxies",
                Setting.Kind.LIST,
                "",
                "a list of addresses and networks such as 10.0.0.0/8, 2001:db8::1",
                text -> new TrustedProxies(Values.list(text)));
    }

    /// The address a request came from: `peer`, or whom trusted proxies say they speak for. `forwarded` holds the
    /// values of `X-Forwarded-For` in order.
    public String client(String peer, List<String> forwarded) {
        if (networks.isEmpty()) {
            return peer;
        }
        var hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        var client = peer;
        for (var hop : hops.reversed()) {
            if (!trusts(client) || address(hop) == null) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private boolean trusts(String client) {
        var address = address(client);
        return address != null
                && networks.stream().map(TrustedProxies::network).anyMatch(network -> network.holds(address));
    }

    private record Network(InetAddress start, int bits) {
        boolean holds(InetAddress address) {
            var ours = start.getAddress();
            var theirs = address.getAddress();
            var same = ours.length == theirs.length;
            for (var bit = 0; same && bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                same = (ours[bit / 8] & mask) == (theirs[bit / 8] & mask);
            }
            return same;
        }
    }

    private static Network network(String text) {
        var slash = text.indexOf('/');
        var start = address(slash < 0 ? text : text.substring(0, slash));
        if (start == null) {
            throw new IllegalArgumentException(text);
        }
        var most = start.getAddress().length * 8;
        var bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(text);
        }
        return new Network(start, bits);
    }

    /// A written address; no name is looked up.
    private static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
