package com.sun.glass.ui.headless;

import com.sun.glass.ui.Screen;
import java.nio.ByteBuffer;

/// JavaFX's headless platform with a screen wide enough for the desktop: its own is fixed at 1000 by 1000, where a
/// larger window throws. Lives in this package because the frame buffer is package-private; JavaFX is pinned.
public final class WideHeadlessApplication extends HeadlessApplication {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1200;
    private static final int DPI = 100;

    private final Screen[] screens = {
        new Screen(0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, DPI, DPI, 1f, 1f, 1f, 1f)
    };

    @Override
    protected Screen[] staticScreen_getScreens() {
        frameBuffer = ByteBuffer.allocate(WIDTH * HEIGHT * 4);
        return screens.clone();
    }
}
