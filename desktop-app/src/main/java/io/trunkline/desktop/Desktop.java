package io.trunkline.desktop;

import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.os.Proxies;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/// Starts the program. Not an [Application] itself, so that it starts from a plain class path.
public final class Desktop {
    /// Warns at each start that JavaFX comes from the class path, which is how this program is built. Held here, since
    /// loggers that nobody holds forget their level.
    private static final Logger PLATFORM = Logger.getLogger("javafx");

    private Desktop() {}

    public static void main(String[] words) {
        Options options;
        try {
            options = Options.parse(List.of(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.println(Options.USAGE);
            return;
        }
        if (options.headless()) {
            withoutDisplay();
        }
        Proxies.askTheSystem();
        PLATFORM.setLevel(Level.SEVERE);
        Application.launch(DesktopApplication.class, words);
    }

    /// Before JavaFX starts: its headless platform with a wide screen, drawn by software.
    static void withoutDisplay() {
        System.setProperty("glass.platform", "WideHeadless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    static String version() {
        return ThisProgram.version();
    }
}
