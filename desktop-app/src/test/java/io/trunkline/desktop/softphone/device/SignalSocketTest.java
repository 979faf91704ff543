package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.trunkline.desktop.wire.SocketServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SignalSocketTest {
    /// The carrier may hang up while the agent does.
    @Test
    void aMessageThatCrossesTheEndIsDroppedWithoutAnError() throws Exception {
        var ended = new CountDownLatch(1);
        try (var server = new SocketServer(peer -> peer.closePolitely());
                var socket = new SignalSocket(server.address("/signal"), signal -> {}, ended::countDown)) {
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
            assertThatCode(() -> socket.send(Signal.of("hangup", Signal.empty())))
                    .doesNotThrowAnyException();
        }
    }
}
