package io.trunkline.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.QueueId;
import io.trunkline.model.live.LiveFrame;
import io.trunkline.model.queue.QueueFigures;
import io.trunkline.model.queue.QueueRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlowClientIT {
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Test
    void aDesktopThatDoesNotReadDelaysNobodyAndIsCutOff() throws IOException {
        try (var centre = new LiveCentre(POSTGRES, 64, 100_000);
                var quick = centre.desktop("quick");
                var stuck = deaf(centre, "quick")) {
            quick.await(LiveFrame.CaughtUp.class, 1);
            var before = centre.hub().clients();
            var large = "x".repeat(100_000);
            for (var i = 0; i < 120; i++) {
                centre.append(large + i);
            }

            assertThat(before).isEqualTo(2);
            assertThat(quick.awaitSeqs(120))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 120).boxed().toList());
            LiveCentre.until(Duration.ofSeconds(15), () -> centre.hub().clients() == 1);
            assertThat(stuck.isConnected()).isTrue();
        }
    }

    @Test
    void aDesktopThatAnswersNoPingsIsLetGoThoughItsSocketSeemsOpen() throws IOException {
        try (var centre = new LiveCentre(POSTGRES, 64, 1000);
                var well = centre.desktop("well");
                var dead = deaf(centre, "well")) {
            well.await(LiveFrame.CaughtUp.class, 1);

            LiveCentre.until(Duration.ofSeconds(15), () -> centre.hub().clients() == 1);

            centre.append("after");
            assertThat(well.awaitSeqs(1)).containsExactly(1L);
            assertThat(dead.isConnected()).isTrue();
        }
    }

    @Test
    void aDesktopThatDiesWithoutAWordIsLetGoAtOnce() throws IOException {
        try (var centre = new LiveCentre(POSTGRES, 64, 1000);
                var well = centre.desktop("well")) {
            well.await(LiveFrame.CaughtUp.class, 1);
            var killed = deaf(centre, "well");
            killed.setSoLinger(true, 0);
            killed.close();

            LiveCentre.until(Duration.ofSeconds(2), () -> centre.hub().clients() == 1);
            assertThat(centre.hub().connected(centre.tenant(), well.member().user()))
                    .isTrue();
        }
    }

    @Test
    void figuresAreNotNumberedAndOnlyTheLatestIsTold() {
        try (var centre = new LiveCentre(POSTGRES, 64, 1000);
                var desktop = centre.desktop("ana")) {
            desktop.await(LiveFrame.CaughtUp.class, 1);
            var queue = new QueueRef(new QueueId(UUID.randomUUID()), "Sales");
            for (var waiting = 1; waiting <= 500; waiting++) {
                centre.hub().figures(centre.tenant(), List.of(figures(queue, waiting)), Audience.ofEveryone());
            }

            desktop.awaitFrame(frame -> frame instanceof LiveFrame.Figures(var queues)
                    && queues.getFirst().waiting() == 500);
            assertThat(desktop.events()).isEmpty();
        }
    }

    @Test
    void whoeverComesLaterSeesTheFiguresAsTheyAre() {
        try (var centre = new LiveCentre(POSTGRES, 64, 1000)) {
            var queue = new QueueRef(new QueueId(UUID.randomUUID()), "Sales");
            centre.hub().figures(centre.tenant(), List.of(figures(queue, 7)), Audience.ofEveryone());
            try (var desktop = centre.desktop("ana")) {
                desktop.awaitFrame(frame -> frame instanceof LiveFrame.Figures(var queues)
                        && queues.getFirst().waiting() == 7);
            }
        }
    }

    private static QueueFigures figures(QueueRef queue, int waiting) {
        return new QueueFigures(queue, waiting, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, NINE);
    }

    /// A socket that is upgraded and then never read.
    private static Socket deaf(LiveCentre centre, String token) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), centre.port()));
        socket.getOutputStream().write("""
                GET %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """.formatted(LiveFeature.PATH, token).getBytes(StandardCharsets.US_ASCII));
        LiveCentre.until(Duration.ofSeconds(5), () -> centre.hub().clients() == 2);
        return socket;
    }
}
