package io.trunkline.model.identity;

import java.time.Instant;

/// A signed-in session. The refresh token is used once; each refresh returns a new one.
public record Session(String accessToken, Instant accessExpiresAt, String refreshToken, Me me) {}
