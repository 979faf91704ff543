package io.trunkline.installer.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the packages lay over the system, judged by the system's own tools where they are installed.
class SystemFilesTest {
    private static final Path UNIT = Path.of("linux/backend/root/usr/lib/systemd/system/trunkline-backend.service")
            .toAbsolutePath();
    private static final Path ENTRY = Path.of("linux/desktop/root/usr/share/applications/io.trunkline.desktop.desktop")
            .toAbsolutePath();
    /// In tenths; systemd calls anything below 20 safe.
    private static final String MOST_EXPOSED = "15";

    @Test
    void theServiceMayDoLittle() throws IOException {
        assertThat(UNIT)
                .content()
                .contains("NoNewPrivileges=yes", "ProtectSystem=strict", "StateDirectory=trunkline-backend")
                .contains("CapabilityBoundingSet=\n", "SystemCallFilter=@system-service", "User=trunkline")
                .contains("MemoryDenyWriteExecute=yes would be next and cannot be");
    }

    @Test
    void systemdFindsTheServiceLittleExposed() {
        assumeTrue(Commands.there("systemd-analyze"), "systemd-analyze is not installed.");

        assertThat(Commands.run(
                        "systemd-analyze",
                        "security",
                        "--offline=yes",
                        "--no-pager",
                        "--threshold=" + MOST_EXPOSED,
                        UNIT.toString()))
                .contains("Overall exposure level");
    }

    @Test
    void theDesktopEntryIsOneThatDesktopsUnderstand() throws IOException {
        assertThat(Files.readString(ENTRY))
                .contains("Categories=Network;Telephony;", "Keywords=", "Icon=trunkline-desktop")
                // as JavaFX names its window, so that the window gets the entry's icon
                .contains("StartupWMClass=io.trunkline.desktop.DesktopApplication");
        assumeTrue(Commands.there("desktop-file-validate"), "desktop-file-validate is not installed.");

        assertThat(Commands.run("desktop-file-validate", ENTRY.toString())).isEmpty();
    }

    @Test
    void nothingThatIsShippedInEtcHoldsASecretOrDecidesForSomebody() throws IOException {
        assertThat(Path.of("linux/desktop/root/etc/trunkline/desktop.properties"))
                .content()
                .matches("(?s)([#\\n][^\\n]*\\n?)+");
        assertThat(Path.of("linux/backend/root/etc/trunkline/backend.env"))
                .content()
                .matches("(?s)([#\\n][^\\n]*\\n?)+");
    }
}
