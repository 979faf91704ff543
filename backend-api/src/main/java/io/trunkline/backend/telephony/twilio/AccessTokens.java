package io.trunkline.backend.telephony.twilio;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.TenantId;
import io.trunkline.model.call.VoiceCredentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Tokens with which agents' devices sign in at the carrier: an hour for one agent, to call our application only and
/// to be called by colleagues, whom our application lets through.
final class AccessTokens {
    private static final Duration LENGTH = Duration.ofHours(1);

    private final Accounts accounts;
    private final Clock clock;

    AccessTokens(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    VoiceCredentials of(TenantId tenant, AgentId agent) {
        var account = accounts.of(tenant)
                .orElseThrow(() -> new Fault.Conflict("There is no account at a carrier to make calls with."));
        var grant = new VoiceGrant()
                .setOutgoingApplicationSid(account.applicationSid())
                .setIncomingAllow(true);
        var token = new AccessToken.Builder(
                        account.sid(), account.keySid(), account.keySecret().getBytes(StandardCharsets.UTF_8))
                .identity(agent.toString())
                .ttl((int) LENGTH.toSeconds())
                .grant(grant)
                .build();
        var expires = clock.instant().plus(LENGTH).truncatedTo(ChronoUnit.SECONDS);
        return new VoiceCredentials(
                token.toJwt(),
                agent.toString(),
                expires,
                account.base().map(AccessTokens::signalling).orElse(null));
    }

    /// Where a stand-in for the carrier takes devices.
    private static String signalling(URI base) {
        return (base.getScheme().equals("https") ? "wss://" : "ws://") + base.getAuthority() + "/signal";
    }
}
