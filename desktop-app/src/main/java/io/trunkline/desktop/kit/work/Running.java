package io.trunkline.desktop.kit.work;

/// A piece of work that was started.
public interface Running {
    /// Gives it up: its thread is interrupted, its outcome is dropped. Does nothing once it has ended.
    void cancel();

    /// Work that has already ended.
    Running ENDED = () -> {};
}
