package io.trunkline.desktop.os;

import io.trunkline.desktop.kit.work.FxThread;
import java.awt.AWTException;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.TrayIcon;
import java.awt.TrayIcon.MessageType;
import java.awt.event.ActionEvent;

/// Notices of the system's tray, whose icon brings the window to the front.
final class TrayNotices implements Notices {
    private final TrayIcon icon;
    private final Front front;
    private Runnable chosen = () -> {};

    private TrayNotices(TrayIcon icon, Front front) {
        this.icon = icon;
        this.front = front;
    }

    static Notices create(byte[] image, String name, Front front) {
        var icon = new TrayIcon(Toolkit.getDefaultToolkit().createImage(image), name);
        icon.setImageAutoSize(true);
        var notices = new TrayNotices(icon, front);
        icon.addActionListener(notices::clicked);
        try {
            SystemTray.getSystemTray().add(icon);
        } catch (AWTException _) {
            return new CornerNotices(front);
        }
        return notices;
    }

    @Override
    public void tell(String title, String sentence, Runnable then) {
        chosen = then;
        icon.displayMessage(title, sentence, MessageType.NONE);
    }

    @Override
    public void close() {
        SystemTray.getSystemTray().remove(icon);
    }

    private void clicked(ActionEvent event) {
        FxThread.run(() -> {
            front.raise();
            chosen.run();
            chosen = () -> {};
        });
    }
}
