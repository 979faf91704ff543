package io.trunkline.desktop.softphone.device;

import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// What the device is to know of the network that this computer is in. Either may block.
///
/// @param addresses those the computer has in its networks
/// @param tls whom signalling trusts; asked for when the first way with encryption is made
public record Network(Supplier<Set<String>> addresses, Supplier<SSLContext> tls) {
    public static Network trusting(Supplier<SSLContext> tls) {
        return new Network(Addresses::now, tls);
    }
}
