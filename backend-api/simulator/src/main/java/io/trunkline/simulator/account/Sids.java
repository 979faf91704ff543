package io.trunkline.simulator.account;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Ids shaped as the carrier's: two letters and 32 hexadecimal digits. Never seeded, because whoever is connected
/// keeps them over a restart of the simulator.
public final class Sids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sids() {}

    public static String next(String prefix) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
