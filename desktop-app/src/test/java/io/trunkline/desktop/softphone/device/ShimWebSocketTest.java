package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// web-socket.js: WebSocket, the transport of the SDK\u2019s signalling.
@Timeout(60)
class ShimWebSocketTest {
    @Test
    void aSocketOpensSpeaksAndHears() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "window.heard = []; window.socket = new WebSocket(\"wss://a.example/signal\"); socket.addEventListener(\"message\", e => heard.push(e.data))");
            var open = page.asked("socket-open");
            assertThat(open.value().path("url").asText()).isEqualTo("wss://a.example/signal");
            assertThat(page.value("socket.readyState === WebSocket.CONNECTING")).isEqualTo("true");
            page.tell(open.target(), "open", "");
            page.run("socket.send(\"\\n\")");
            assertThat(page.asked("socket-send").value().path("text").asText()).isEqualTo("\n");
            page.tell(open.target(), "message", "{\"text\":\"hello\"}");
            assertThat(page.value("heard.join()")).isEqualTo("hello");
        }
    }

    @Test
    void nothingCanBeSentBeforeItIsOpen() throws Exception {
        try (var page = new ShimPage()) {
            page.run("try { new WebSocket(\"wss://a.example\").send(\"x\"); } catch (e) { window.why = e.name; }");
            assertThat(page.value("why")).isEqualTo("InvalidStateError");
        }
    }

    @Test
    void aBrokenWayIsAnUncleanEndToldOnce() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "window.ends = []; window.socket = new WebSocket(\"wss://a.example\"); socket.onclose = e => ends.push(e.code + \" \" + e.wasClean)");
            var socket = page.asked("socket-open").target();
            page.tell(socket, "close", "{\"code\":1006,\"reason\":\"reset\"}");
            page.tell(socket, "close", "{\"code\":1000,\"reason\":\"\"}");
            assertThat(page.value("ends.join()")).isEqualTo("1006 false");
            assertThat(page.value("socket.readyState === WebSocket.CLOSED")).isEqualTo("true");
        }
    }

    @Test
    void whoClosesItHearsNothingMore() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "window.heard = 0; window.socket = new WebSocket(\"wss://a.example\"); socket.onmessage = () => heard++");
            var socket = page.asked("socket-open").target();
            page.tell(socket, "open", "");
            page.run("socket.close()");
            assertThat(page.asked("socket-close").value().path("code").asInt()).isEqualTo(1000);
            page.tell(socket, "message", "{\"text\":\"late\"}");
            assertThat(page.value("heard")).isEqualTo("0");
        }
    }
}
