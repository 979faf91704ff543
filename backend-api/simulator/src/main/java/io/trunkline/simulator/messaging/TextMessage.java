package io.trunkline.simulator.messaging;

import io.trunkline.simulator.account.Hook;
import java.time.Instant;
import java.util.List;

/// One message as it is now; replaced, never changed.
///
/// @param direction inbound, outbound-api or outbound-reply
/// @param status in the carrier's words
public record TextMessage(
        String sid,
        String from,
        String to,
        String body,
        List<String> media,
        String direction,
        String serviceSid,
        Hook callback,
        String status,
        int errorCode,
        Instant created,
        Instant updated) {
    public TextMessage {
        media = List.copyOf(media);
    }

    TextMessage now(String next, int error, Instant at) {
        return new TextMessage(
                sid,
                from,
                to,
                body,
                media,
                direction,
                serviceSid,
                callback,
                next,
                error == 0 ? errorCode : error,
                created,
                at);
    }

    /// A message has as many segments as the letters of GSM or Unicode need.
    public int segments() {
        var unicode = body.chars().anyMatch(c -> c > 0x7f);
        var single = unicode ? 70 : 160;
        var part = unicode ? 67 : 153;
        return body.length() <= single ? 1 : (body.length() + part - 1) / part;
    }
}
