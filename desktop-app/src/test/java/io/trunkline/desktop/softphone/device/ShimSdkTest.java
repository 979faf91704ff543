package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The SDK itself, over the shim.
@Timeout(60)
class ShimSdkTest {
    @Test
    void itTakesThePageForABrowserItCanWorkIn() throws Exception {
        try (var page = new ShimPage()) {
            page.run(Shim.sdk());
            assertThat(page.value("Twilio.Device.version")).isEqualTo("2.18.5");
            assertThat(page.value("Twilio.Device.isSupported")).isEqualTo("true");
        }
    }

    @Test
    void itSignsInThroughTheBridge() throws Exception {
        try (var page = new ShimPage()) {
            page.run(Shim.sdk());
            page.run(Shim.device());
            page.run(
                    "trunkline.phone.start({ token: \"t\", simulated: true, refreshBefore: 1000 }); trunkline.phone.register()");
            var socket = page.asked("socket-open");
            assertThat(socket.value().path("url").asText()).isEqualTo("wss://signalling.invalid/signal");
            page.tell(socket.target(), "open", "");
            assertThat(page.asked("socket-send").value().path("text").asText())
                    .contains("\"type\":\"listen\"", "2.18.5");
        }
    }

    @Test
    void itMeetsTheCarrierItselfWhereThereIsNoSimulator() throws Exception {
        try (var page = new ShimPage()) {
            page.run(Shim.sdk());
            page.run(Shim.device());
            page.run(
                    "trunkline.phone.start({ token: \"t\", simulated: false, refreshBefore: 1000 }); trunkline.phone.register()");
            assertThat(page.asked("socket-open").value().path("url").asText())
                    .isEqualTo("wss://voice-js.roaming.twilio.com/signal");
        }
    }
}
