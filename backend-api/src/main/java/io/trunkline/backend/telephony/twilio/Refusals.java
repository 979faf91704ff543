package io.trunkline.backend.telephony.twilio;

import com.twilio.exception.ApiException;
import io.trunkline.backend.telephony.Reply;
import java.time.Duration;
import java.util.Set;

/// What the carrier's refusals mean. Its own words may hold numbers, so only code and status are kept.
final class Refusals {
    /// The call, conference or participant is over.
    private static final Set<Integer> GONE = Set.of(20404, 21220);

    private Refusals() {}

    static Reply reply(ApiException e) {
        var status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        var code = e.getCode() == null ? 0 : e.getCode();
        var sentence = "status %d, code %d".formatted(status, code);
        if (GONE.contains(code) || status == 404) {
            return new Reply.Gone();
        }
        if (status == 429 || code == 20429) {
            return new Reply.Later(Duration.ofSeconds(1), sentence);
        }
        if (status >= 500 || status == 0) {
            return new Reply.Unclear(sentence);
        }
        return new Reply.Refused(code, sentence);
    }
}
