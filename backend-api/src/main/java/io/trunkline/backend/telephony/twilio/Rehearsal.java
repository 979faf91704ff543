package io.trunkline.backend.telephony.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/// A webhook that never came: signed as the carrier does, checked and answered, so that the first that comes is not the
/// first.
final class Rehearsal {
    private static final byte[] BODY =
            "AccountSid=AC0&CallSid=CA0&From=%2B10&To=%2B10".getBytes(StandardCharsets.US_ASCII);
    private static final String SIGNED_FIELDS = "AccountSidAC0CallSidCA0From+10To+10";
    private static final String KEY = "of nobody";

    private final URI publicUrl;
    private final Links links;

    Rehearsal(URI publicUrl, Links links) {
        this.publicUrl = publicUrl;
        this.links = links;
    }

    /// The answer. Fails when the webhook is refused, as every genuine one would be under this public address.
    String run() {
        var mac = Signature.mac(KEY, links.inbound() + SIGNED_FIELDS);
        var signature = Base64.getEncoder().encodeToString(mac);
        if (!new Signature(publicUrl).genuine(Links.INBOUND, BODY, signature, List.of(KEY))) {
            throw new IllegalStateException("A webhook signed for " + publicUrl + " is refused");
        }
        return new TwimlWriter(links)
                .waiting("en", 1, (int) Duration.ofMinutes(1).toSeconds());
    }
}
