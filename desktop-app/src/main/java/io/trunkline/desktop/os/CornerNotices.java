package io.trunkline.desktop.os;

import javafx.geometry.Pos;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/// Notices at the lower right corner of the screen, for systems without a tray.
final class CornerNotices implements Notices {
    private static final Duration SHOWN = Duration.seconds(8);

    private final Front front;

    CornerNotices(Front front) {
        this.front = front;
    }

    @Override
    public void tell(String title, String sentence, Runnable chosen) {
        Notifications.create()
                .owner(front.stage())
                .title(title)
                .text(sentence)
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(SHOWN)
                .onAction(_ -> {
                    front.raise();
                    chosen.run();
                })
                .show();
    }

    @Override
    public void close() {}
}
