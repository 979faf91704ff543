package io.trunkline.backend.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Posts signed webhooks over a number of keep-alive connections, each with one request under way, in a process of its
/// own.
///
/// Told on standard input, a line for each run: `port connections seconds kind path signedUrl token account to seed`; a
/// blank line ends it. Says `RESULT measured seconds p50 p99 all errors` after each: latencies in nanoseconds, `all`
/// with the requests of the warm-up.
final class WebhookLoad {
    private static final int MOST_PER_SECOND = 25_000;
    private static final double WARM_SHARE = 0.25;

    private final Histogram latencies = new Histogram(60_000_000_000L, 3);
    private final Iterator<byte[]> requests;
    private long all;
    private long errors;

    private WebhookLoad(List<byte[]> requests) {
        this.requests = requests.iterator();
    }

    public static void main(String[] arguments) throws Exception {
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = told.readLine(); line != null && !line.isBlank(); line = told.readLine()) {
            var words = line.split(" ", -1);
            var kind = VoiceForms.Kind.valueOf(words[3]);
            var target = new VoiceForms.Target(kind, words[4], words[5], words[6], words[7], words[8]);
            var seconds = Double.parseDouble(words[2]);
            var forms = new VoiceForms(target, Long.parseLong(words[9])).requests((int) (seconds * MOST_PER_SECOND));
            new WebhookLoad(forms).run(Integer.parseInt(words[0]), Integer.parseInt(words[1]), seconds);
        }
    }

    private void run(int port, int connections, double seconds) throws IOException {
        try (var selector = Selector.open()) {
            var open = new ArrayList<KeepAlive>();
            for (var i = 0; i < connections; i++) {
                open.add(new KeepAlive(port, selector));
            }
            for (var connection : open) {
                connection.send(requests.next());
            }
            var start = System.nanoTime();
            var measured = start + (long) (seconds * WARM_SHARE * 1e9);
            var end = start + (long) (seconds * 1e9);
            while (System.nanoTime() < end) {
                selector.select(key -> answered((KeepAlive) key.attachment(), measured), 100);
            }
            var took = (System.nanoTime() - measured) / 1e9;
            for (var key : selector.keys()) {
                key.channel().close();
            }
            System.out.printf(
                    "RESULT %d %f %d %d %d %d%n",
                    latencies.getTotalCount(),
                    took,
                    latencies.getValueAtPercentile(50),
                    latencies.getValueAtPercentile(99),
                    all,
                    errors);
        }
    }

    private void answered(KeepAlive connection, long measured) {
        try {
            var status = connection.read();
            if (status == 0) {
                return;
            }
            all++;
            var now = System.nanoTime();
            if (now >= measured) {
                latencies.recordValue(now - connection.sent());
            }
            if (status / 100 != 2) {
                errors++;
            }
            connection.send(requests.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
