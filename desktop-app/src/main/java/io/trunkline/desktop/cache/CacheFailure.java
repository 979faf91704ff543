package io.trunkline.desktop.cache;

/// The local database did not do what it always can: a full or broken disk.
public final class CacheFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    CacheFailure(Throwable cause) {
        super("This computer could not store what was written: " + cause.getMessage(), cause);
    }
}
