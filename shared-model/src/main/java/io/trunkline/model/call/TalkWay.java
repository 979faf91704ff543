package io.trunkline.model.call;

import org.jspecify.annotations.Nullable;

/// How an agent talks: by the desktop's own device, or by a telephone or SIP address the backend dials.
///
/// @param address a telephone number or a `sip:` address; none for the device
public record TalkWay(Kind kind, @Nullable String address) {
    public static final TalkWay DEVICE = new TalkWay(Kind.DEVICE, null);

    public enum Kind {
        DEVICE,
        PHONE,
        SIP
    }
}
