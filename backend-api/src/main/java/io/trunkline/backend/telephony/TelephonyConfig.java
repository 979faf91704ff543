package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.config.Secret;
import io.trunkline.backend.platform.config.Settings;
import java.nio.file.Path;
import java.time.Duration;

/// How calls are carried.
///
/// `agentGrace` is how long a contact is kept for an agent whose leg is not there before waiting again.
/// `deskLostAfter` is how long the desktop of an agent in a call may be gone before the contact is held with comfort
/// audio.
/// `lineTimeout` is how long a telephone or SIP address of an agent's rings.
/// `callsPerSecond` is how many calls an account may place. `secretKey` encrypts carriers' secrets at rest: 32 bytes in
/// base64; without one, a key is made and kept in `keyFile`. `webhooksKept` is how long repeats of a webhook are known
/// as such; it has to be longer than any carrier repeats one.
public record TelephonyConfig(
        Duration agentGrace,
        Duration deskLostAfter,
        Duration lineTimeout,
        double callsPerSecond,
        Path spool,
        Secret secretKey,
        Path keyFile,
        Duration carrierTimeout,
        Duration webhooksKept) {
    public static TelephonyConfig from(Settings settings) {
        return new TelephonyConfig(
                settings.duration(
                        "telephony.agent-grace", Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMinutes(5)),
                settings.duration(
                        "telephony.desk-lost-after",
                        Duration.ofSeconds(3),
                        Duration.ofMillis(500),
                        Duration.ofMinutes(1)),
                settings.duration(
                        "telephony.line-timeout", Duration.ofSeconds(25), Duration.ofSeconds(5), Duration.ofMinutes(1)),
                settings.whole("telephony.calls-per-second", 1, 1, 1_000),
                settings.path("telephony.spool", "data/spool"),
                settings.secret("telephony.secret-key", ""),
                settings.path("telephony.key-file", "data/telephony.key"),
                settings.duration(
                        "telephony.carrier-timeout",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20)),
                settings.duration(
                        "telephony.webhooks-kept", Duration.ofDays(7), Duration.ofDays(2), Duration.ofDays(365)));
    }
}
