package io.trunkline.backend.telephony.twilio;

import io.trunkline.model.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/// A genuine request of the carrier. `body` is the raw form.
record Asked(TenantId tenant, String pathAndQuery, String body, Instant at) {
    String path() {
        var query = pathAndQuery.indexOf('?');
        return query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
    }

    /// The fields of query and body in one; those of the query come first.
    Form form() {
        return Form.of(fields().getBytes(StandardCharsets.UTF_8));
    }

    String fields() {
        var query = pathAndQuery.indexOf('?');
        return query < 0 ? body : pathAndQuery.substring(query + 1) + "&" + body;
    }

    /// The same for a repeat, which is the same in every byte; unlike the idempotency token it is covered by the
    /// signature.
    String token() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(pathAndQuery.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
