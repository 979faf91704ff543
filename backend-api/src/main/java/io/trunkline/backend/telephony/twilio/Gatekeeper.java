package io.trunkline.backend.telephony.twilio;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets in what the carrier has signed, and nothing else.
final class Gatekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

    private static final HeaderName SIGNATURE = HeaderNames.create("X-Twilio-Signature");

    private final Signature signature;
    private final Accounts accounts;
    private final Clock clock;

    Gatekeeper(URI publicUrl, Accounts accounts, Clock clock) {
        this.signature = new Signature(publicUrl);
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The request, or [Fault.Forbidden].
    Asked admit(Request request) {
        var body = request.bytes();
        var form = Form.of(body);
        var account = accounts.bySid(form.first("AccountSid"));
        var pathAndQuery = pathAndQuery(request);
        var given = request.header(SIGNATURE).orElse("");
        if (account.isEmpty()
                || !signature.genuine(
                        pathAndQuery, body, form, given, account.get().tokens())) {
            LOG.warn(
                    "Refused a webhook at {} that the carrier did not sign",
                    request.raw().path().path());
            throw new Fault.Forbidden("The signature is not that of the carrier.");
        }
        return new Asked(
                account.get().tenant(), pathAndQuery, new String(body, StandardCharsets.UTF_8), clock.instant());
    }

    private static String pathAndQuery(Request request) {
        var prologue = request.raw().prologue();
        var query = prologue.query().rawValue();
        var path = prologue.uriPath().rawPath();
        return query.isEmpty() ? path : path + "?" + query;
    }
}
