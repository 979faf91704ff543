package io.trunkline.desktop.updates;

import io.trunkline.model.desktop.Release;

/// Asks a backend which program it wants. Blocks; throws `BackendFailure`.
public interface UpdatesGateway {
    Release release();
}
