package io.trunkline.desktop.os;

import java.awt.GraphicsEnvironment;
import java.awt.SystemTray;
import java.util.function.Supplier;

/// Tells the agent something while another program is in front.
public interface Notices extends AutoCloseable {
    /// Shows a title and a sentence; `chosen` runs on the FX thread when it is clicked.
    void tell(String title, String sentence, Runnable chosen);

    /// Takes away what is still shown.
    @Override
    void close();

    /// The system's own tray where there is one, otherwise notices at the window's corner of the screen.
    static Notices ofThisSystem(Supplier<byte[]> icon, String name, Front front) {
        // on macOS AWT and JavaFX both want the first thread, so the tray is left alone there
        var mac = System.getProperty("os.name").startsWith("Mac");
        if (!mac && !GraphicsEnvironment.isHeadless() && SystemTray.isSupported()) {
            return TrayNotices.create(icon.get(), name, front);
        }
        return new CornerNotices(front);
    }
}
