package io.trunkline.desktop.softphone.device;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The addresses at which this computer can be part of a network.
final class Addresses {
    /// What Linux calls the near ends of containers and virtual machines, which lead nowhere else. Those of other
    /// systems cannot be told by their names: one too many does no harm.
    private static final List<String> INNER =
            List.of("docker", "br-", "veth", "virbr", "vnet", "lxcbr", "lxdbr", "podman", "cni", "flannel", "cali");

    private Addresses() {}

    /// Each with the name of its interface.
    static Set<String> now() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Addresses::isOutward)
                    .flatMap(each -> each.inetAddresses()
                            .filter(Addresses::isUsable)
                            .map(address -> each.getName() + " " + address.getHostAddress()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isInner(String name) {
        return INNER.stream().anyMatch(name::startsWith);
    }

    static boolean isUsable(InetAddress address) {
        return !address.isLoopbackAddress() && !address.isLinkLocalAddress() && !address.isAnyLocalAddress();
    }

    /// One that has just gone is not up.
    private static boolean isOutward(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback() && !isInner(each.getName());
        } catch (SocketException _) {
            return false;
        }
    }
}
