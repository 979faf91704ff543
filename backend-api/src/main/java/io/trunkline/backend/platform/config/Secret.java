package io.trunkline.backend.platform.config;

/// A value that must never be printed. Its text leaves only through [#reveal].
public record Secret(String reveal) {
    public boolean isEmpty() {
        return reveal.isEmpty();
    }

    @Override
    public String toString() {
        return reveal.isEmpty() ? "(none)" : "(hidden)";
    }
}
