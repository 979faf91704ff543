package io.trunkline.backend.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Signs and reads access tokens: JWT with HS256, good for [#LIFE].
///
/// Only this algorithm, issuer and audience are accepted. The epoch says whether the token is older than the last
/// change of its user's roles; who checks it is [Principals].
final class AccessTokens {
    static final Duration LIFE = Duration.ofMinutes(15);
    private static final String ISSUER = "trunkline";
    private static final String AUDIENCE = "trunkline-api";
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

    /// What a token says; `session` is the family of its refresh token.
    record Claims(TenantId tenant, UserId user, UUID session, int epoch, Instant expiresAt) {}

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Clock clock;

    AccessTokens(TokenKey key, Clock clock) {
        this.clock = clock;
        try {
            signer = new MACSigner(key.bytes());
            verifier = new MACVerifier(key.bytes());
        } catch (JOSEException e) {
            throw new IllegalStateException("The key of access tokens cannot be used.", e);
        }
    }

    Instant expiry() {
        return clock.instant().plus(LIFE);
    }

    String issue(Claims claims) {
        var body = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(claims.user().toString())
                .claim("tenant", claims.tenant().toString())
                .claim("session", claims.session().toString())
                .claim("epoch", claims.epoch())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(claims.expiresAt()))
                .build();
        var token = new SignedJWT(HEADER, body);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("An access token could not be signed.", e);
        }
        return token.serialize();
    }

    /// What a token says, or nothing when it is forged, expired or not one of ours.
    Optional<Claims> read(String text) {
        try {
            var token = SignedJWT.parse(text);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || !token.verify(verifier)) {
                return Optional.empty();
            }
            return claims(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Claims> claims(JWTClaimsSet body) throws ParseException {
        var expiry = body.getExpirationTime();
        var epoch = body.getIntegerClaim("epoch");
        if (expiry == null || epoch == null || !expiry.toInstant().isAfter(clock.instant())) {
            return Optional.empty();
        }
        if (!ISSUER.equals(body.getIssuer()) || !List.of(AUDIENCE).equals(body.getAudience())) {
            return Optional.empty();
        }
        var tenant = TenantId.of(Objects.toString(body.getStringClaim("tenant"), ""));
        var user = UserId.of(Objects.toString(body.getSubject(), ""));
        var session = UUID.fromString(Objects.toString(body.getStringClaim("session"), ""));
        return Optional.of(new Claims(tenant, user, session, epoch, expiry.toInstant()));
    }
}
