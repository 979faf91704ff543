package io.trunkline.desktop.kit.work;

/// The agent gave up waiting. What was asked for may have been done all the same.
public final class GivenUp extends Exception {
    private static final long serialVersionUID = 1;

    GivenUp() {
        super("Given up");
    }
}
