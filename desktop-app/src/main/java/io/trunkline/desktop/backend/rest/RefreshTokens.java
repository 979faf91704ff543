package io.trunkline.desktop.backend.rest;

import java.util.Optional;

/// Where the refresh token is kept between two starts of the program: the system's key store.
public interface RefreshTokens {
    Optional<String> kept();

    void keep(String token);

    void forget();
}
