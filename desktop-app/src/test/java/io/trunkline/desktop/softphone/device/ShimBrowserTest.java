package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// browser.js: the SDK restarts ICE in Chrome alone, and asks whether the microphone is allowed.
@Timeout(60)
class ShimBrowserTest {
    @Test
    void itIsChromeByTheSdksOwnRule() throws Exception {
        try (var page = new ShimPage()) {
            assertThat(page.value("""
                    typeof window.chrome !== "undefined" && navigator.vendor === "Google Inc."
                        && !navigator.userAgent.includes("OPR") && !navigator.userAgent.includes("Edge")""")).isEqualTo("true");
        }
    }

    @Test
    void theMicrophoneIsAllowed() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "navigator.permissions.query({ name: \"microphone\" }).then(status => window.state = status.state)");
            Soon.until("it answers", () -> page.value("window.state").equals("granted"));
        }
    }
}
