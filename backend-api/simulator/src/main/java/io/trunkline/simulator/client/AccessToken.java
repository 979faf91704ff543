package io.trunkline.simulator.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.account.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an access token grants, once its signature and times are right.
///
/// @param application the TwiML application outgoing calls ask
/// @param incoming whether calls may reach this identity
record AccessToken(String identity, String application, boolean incoming, Instant expires) {
    private static final Duration LONGEST = Duration.ofHours(24);

    static AccessToken check(String jwt, Account account, Keys keys, Instant now) throws Refused {
        var parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new Refused(20101, "Invalid Access Token");
        }
        var header = json(parts[0]);
        if (!header.path("cty").asText().startsWith("twilio-fpa")
                || !header.path("alg").asText().equals("HS256")) {
            throw new Refused(20102, "Invalid Access Token header");
        }
        var body = json(parts[1]);
        var key = keys.find(body.path("iss").asText());
        if (key.isEmpty() || !body.path("sub").asText().equals(account.sid())) {
            throw new Refused(20103, "Invalid Access Token issuer/subject");
        }
        if (!signed(parts, key.get().secret())) {
            throw new Refused(20107, "Invalid Access Token signature");
        }
        return granted(body, now);
    }

    private static AccessToken granted(JsonNode body, Instant now) throws Refused {
        var expires = Instant.ofEpochSecond(body.path("exp").asLong());
        if (!now.isBefore(expires) || Duration.between(now, expires).compareTo(LONGEST.plusMinutes(1)) > 0) {
            throw new Refused(20104, "Access Token expired or expiration date invalid");
        }
        var grants = body.path("grants");
        var voice = grants.path("voice");
        if (grants.path("identity").asText().isEmpty() || voice.isMissingNode()) {
            throw new Refused(20106, "Invalid Access Token grants");
        }
        return new AccessToken(
                grants.path("identity").asText(),
                voice.path("outgoing").path("application_sid").asText(),
                voice.path("incoming").path("allow").asBoolean(false),
                expires);
    }

    private static boolean signed(String[] parts, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var expected = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return MessageDigest.isEqual(expected, Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        } catch (IllegalArgumentException e) {
            return false; // not base64, so not our signature
        }
    }

    private static JsonNode json(String part) throws Refused {
        try {
            return Json.mapper().readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Refused(20101, "Invalid Access Token");
        }
    }

    /// The token is no good, with the carrier's code.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final int code;

        Refused(int code, String why) {
            super(why);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
