package io.trunkline.simulator.voice;

import java.util.Locale;

public enum Direction {
    INBOUND,
    OUTBOUND_API,
    OUTBOUND_DIAL;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
