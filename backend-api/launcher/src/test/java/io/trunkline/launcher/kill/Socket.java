package io.trunkline.launcher.kill;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A WebSocket whose text messages queue up to be taken; an end of it queues up too.
final class Socket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String END = "\0";

    private final LinkedBlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private Socket(WebSocket.Builder builder, URI address) throws TimeoutException {
        try {
            socket = builder.buildAsync(address, new Listener()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            var refused = new TimeoutException("no socket to " + address);
            refused.initCause(e);
            throw refused;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Throws when there is nobody.
    static Socket open(HttpClient http, URI address, Map<String, String> headers) throws TimeoutException {
        var builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
        headers.forEach(builder::header);
        return new Socket(builder, address);
    }

    /// The next message; empty when none came in time, null once the socket has ended.
    @Nullable
    String next(Duration patience) throws InterruptedException {
        var text = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (END.equals(text)) {
            arrived.add(END);
            return null;
        }
        return text == null ? "" : text;
    }

    void send(String text) {
        try {
            socket.sendText(text, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            arrived.add(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        socket.abort();
        arrived.add(END);
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                arrived.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            arrived.add(END);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            arrived.add(END);
        }
    }
}
