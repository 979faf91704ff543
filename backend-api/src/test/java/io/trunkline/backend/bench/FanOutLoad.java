package io.trunkline.backend.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.HdrHistogram.Histogram;

/// Many WebSocket clients in one process, which count what reaches them and how late.
///
/// Arguments: port, path, clients, first text to send (or `-`). Says `OPEN` when all are connected, `EVENTS n` each
/// time the clients have on average received one event more, and on the line `measure` starts anew, on `report` says
/// `RESULT deliveries seconds p50 p99`.
final class FanOutLoad {
    private final Selector selector;
    private final int clients;
    private final Histogram latencies = new Histogram(60_000_000_000L, 3);
    private long deliveries;
    private long events;
    private long since = System.nanoTime();

    private FanOutLoad(Selector selector, int clients) {
        this.selector = selector;
        this.clients = clients;
    }

    public static void main(String[] arguments) throws IOException {
        var clients = Integer.parseInt(arguments[2]);
        try (var selector = Selector.open()) {
            var load = new FanOutLoad(selector, clients);
            for (var i = 0; i < clients; i++) {
                var socket =
                        new EventSocket(Integer.parseInt(arguments[0]), arguments[1], arguments[3], load::delivered);
                socket.channel().register(selector, SelectionKey.OP_READ, socket);
            }
            System.out.println("OPEN");
            load.run();
        }
    }

    private void run() throws IOException {
        var line = new StringBuilder();
        while (true) {
            selector.select(key -> ((EventSocket) key.attachment()).read(), 5);
            while (System.in.available() > 0) {
                var read = System.in.read();
                if (read != '\n') {
                    line.append((char) read);
                } else if (line.toString().strip().equals("end")) {
                    return;
                } else {
                    told(line.toString().strip());
                    line.setLength(0);
                }
            }
        }
    }

    private void told(String line) {
        if (line.equals("report")) {
            System.out.printf(
                    "RESULT %d %f %d %d%n",
                    latencies.getTotalCount(),
                    (System.nanoTime() - since) / 1e9,
                    latencies.getValueAtPercentile(50),
                    latencies.getValueAtPercentile(99));
        }
        latencies.reset();
        since = System.nanoTime();
    }

    private void delivered(long publishedAt) {
        latencies.recordValue(Math.max(0, System.nanoTime() - publishedAt));
        deliveries++;
        if (deliveries / clients > events) {
            events = deliveries / clients;
            System.out.println("EVENTS " + events);
        }
    }
}
