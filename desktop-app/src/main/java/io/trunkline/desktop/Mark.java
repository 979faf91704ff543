package io.trunkline.desktop;

import io.trunkline.desktop.kit.Picture;
import io.trunkline.desktop.kit.control.AppMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.image.Image;

/// The program's sign as a picture: in the title bar, the task bar and the tray.
final class Mark {
    private static final int SIZE = 64;

    private Mark() {}

    static Image image() {
        return AppMark.image(SIZE);
    }

    static byte[] png() {
        try {
            return Picture.png(image());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
