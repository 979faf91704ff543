package io.trunkline.desktop.session;

import io.trunkline.desktop.cache.Pending;

/// Brings a command to the backend; blocks, and throws `BackendFailure`. The same command twice is applied once.
public interface Delivery {
    void deliver(Pending pending);
}
