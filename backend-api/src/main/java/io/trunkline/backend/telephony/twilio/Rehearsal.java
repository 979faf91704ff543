package io.trunkline.backend.telephony.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/// A webhook that never came: read, checked and answered, so that the first that comes is not the first.
final class Rehearsal {
    private static final byte[] BODY =
            "AccountSid=AC0&CallSid=CA0&From=%2B10&To=%2B10".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY = "of nobody";

    private final URI publicUrl;
    private final Links links;

    Rehearsal(URI publicUrl, Links links) {
        this.publicUrl = publicUrl;
        this.links = links;
    }

    /// False for a signature that is none: nothing is let in by this.
    boolean run() {
        var none = Base64.getEncoder().encodeToString(Signature.mac(KEY, "nothing"));
        var genuine = new Signature(publicUrl).genuine(Links.INBOUND, BODY, none, List.of(KEY));
        var answer = new TwimlWriter(links)
                .waiting("en", 1, (int) Duration.ofMinutes(1).toSeconds());
        return genuine && answer.isEmpty();
    }
}
