package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// events.js: the SDK listens with addEventListener and with on… properties, on sockets, tracks and connections.
@Timeout(60)
class ShimEventsTest {
    @Test
    void bothWaysOfListeningHearAnEventOnce() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    window.heard = [];
                    const emitter = new trunkline.parts.Emitter("open");
                    const listener = (event) => heard.push("listener " + (event.target === emitter));
                    emitter.addEventListener("open", listener);
                    emitter.addEventListener("open", listener);
                    emitter.onopen = () => heard.push("property");
                    emitter.dispatchEvent({ type: "open" });
                    emitter.removeEventListener("open", listener);
                    emitter.dispatchEvent({ type: "open" });""");
            assertThat(page.value("heard.join()")).isEqualTo("property,listener true,property");
        }
    }

    @Test
    void aListenerThatThrowsKeepsNoOtherFromHearing() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    window.heard = 0;
                    const emitter = new trunkline.parts.Emitter("open");
                    emitter.onopen = () => { throw new Error("on purpose"); };
                    emitter.addEventListener("open", () => heard++);
                    emitter.dispatchEvent({ type: "open" });""");
            assertThat(page.value("heard")).isEqualTo("1");
        }
    }

    @Test
    void thePropertiesAreThereBeforeAnybodyListens() throws Exception {
        try (var page = new ShimPage()) {
            assertThat(page.value("\"ontrack\" in new RTCPeerConnection()")).isEqualTo("true");
        }
    }
}
