package io.trunkline.model.identity;

/// Asks for a new access token.
public record Refresh(String refreshToken) {}
