package io.trunkline.backend.connect;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/// Whether Twilio could reach an address at all.
final class PublicAddress {
    private PublicAddress() {}

    /// Why it could not; empty when it might.
    static Optional<String> trouble(URI publicUrl) {
        var host = publicUrl.getHost();
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (isPrivate(address)) {
                    return Optional.of(
                            "http.public-url is %s, and %s is an address that only this network knows (%s). Set it to the address under which the Internet reaches the backend, and start the backend again."
                                    .formatted(publicUrl, host, address.getHostAddress()));
                }
            }
            return Optional.empty();
        } catch (UnknownHostException _) {
            return Optional.of(
                    "http.public-url is %s, and the DNS does not know %s. Set it to the address under which the Internet reaches the backend, and start the backend again."
                            .formatted(publicUrl, host));
        }
    }

    /// Whether what is sent to the host stays on this machine.
    static boolean isThisMachine(String host) {
        try {
            var address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException _) {
            return false;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        var first = address.getAddress()[0] & 0xff;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || ((first & 0xfe) == 0xfc && address.getAddress().length == 16);
    }
}
