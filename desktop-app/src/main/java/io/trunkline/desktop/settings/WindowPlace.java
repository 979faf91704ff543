package io.trunkline.desktop.settings;

/// Where the window was and how large. A window off every screen is put back by the program.
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    /// The smallest window in which nothing is cut off.
    public static final double LEAST_WIDTH = 1024;
    /// See [#LEAST_WIDTH].
    public static final double LEAST_HEIGHT = 640;

    public WindowPlace {
        width = Math.max(width, LEAST_WIDTH);
        height = Math.max(height, LEAST_HEIGHT);
    }
}
