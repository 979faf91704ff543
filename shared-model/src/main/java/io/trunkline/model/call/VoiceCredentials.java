package io.trunkline.model.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a voice device signs in with. `signalling` is set where the carrier is the simulator.
public record VoiceCredentials(
        String token,
        String identity,
        Instant expiresAt,
        @Nullable String signalling) {}
