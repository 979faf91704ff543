package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    // Long enough for HS384 too, so that only the header of a token differs.
    private static final String KEY = "YSBrZXkgb2YgZm9ydHktZWlnaHQgYnl0ZXMgYW5kIG1vcmUsIGZvciBIUzM4NCBhcyB3ZWxs";
    private static final String OTHER_KEY = "YW5vdGhlciBrZXksIGFsc28gbG9uZyBlbm91Z2ggZm9yIGl0";

    private final TestClock clock = new TestClock();
    private final AccessTokens tokens = new AccessTokens(key(KEY), clock);
    private final AccessTokens.Claims claims = new AccessTokens.Claims(
            new TenantId(UUID.randomUUID()),
            new UserId(UUID.randomUUID()),
            UUID.randomUUID(),
            3,
            clock.instant().plus(AccessTokens.LIFE));

    @Test
    void saysWhatItWasGiven() {
        assertThat(tokens.read(tokens.issue(claims))).contains(claims);
    }

    @Test
    void endsOnTheSecond() {
        var token = tokens.issue(claims);
        clock.pass(AccessTokens.LIFE.minusSeconds(1));
        assertThat(tokens.read(token)).isPresent();
        clock.pass(java.time.Duration.ofSeconds(1));
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void anotherKeysTokenIsNone() {
        var forger = new AccessTokens(key(OTHER_KEY), clock);

        assertThat(tokens.read(forger.issue(claims))).isEmpty();
    }

    @Test
    void noCharacterCanBeChanged() {
        var token = tokens.issue(claims);
        for (var at = 0; at < token.length() - 1; at++) {
            var other = token.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(tokens.read(token.substring(0, at) + other + token.substring(at + 1)))
                    .as("character %d", at)
                    .isEmpty();
        }
    }

    @Test
    void anotherAlgorithmAudienceOrIssuerIsRefused() throws JOSEException {
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "trunkline", "trunkline-api")))
                .isPresent();
        assertThat(tokens.read(signed(JWSAlgorithm.HS384, "trunkline", "trunkline-api")))
                .isEmpty();
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "somebody", "trunkline-api")))
                .isEmpty();
        assertThat(tokens.read(signed(JWSAlgorithm.HS256, "trunkline", "another-api")))
                .isEmpty();
        var body = tokens.issue(claims).split("\\.", -1)[1];
        assertThat(tokens.read("eyJhbGciOiJub25lIn0." + body + ".")).isEmpty();
    }

    private String signed(JWSAlgorithm algorithm, String issuer, String audience) throws JOSEException {
        var body = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(claims.user().toString())
                .claim("tenant", claims.tenant().toString())
                .claim("session", claims.session().toString())
                .claim("epoch", 3)
                .expirationTime(Date.from(claims.expiresAt()))
                .build();
        var token = new SignedJWT(new JWSHeader(algorithm), body);
        token.sign(new MACSigner(key(KEY).bytes()));
        return token.serialize();
    }

    private static TokenKey key(String text) {
        return TokenKey.from(IdentityConfig.from(Settings.of(Map.of("identity.token-key", text))));
    }
}
