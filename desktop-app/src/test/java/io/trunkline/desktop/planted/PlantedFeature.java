package io.trunkline.desktop.planted;

import io.trunkline.desktop.login.LoginViewModel;
import java.util.Optional;

/// A feature that reaches into another.
public final class PlantedFeature {
    public Optional<LoginViewModel> other() {
        return Optional.empty();
    }
}
