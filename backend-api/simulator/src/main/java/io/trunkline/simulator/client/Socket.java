package io.trunkline.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.trunkline.simulator.account.Pace;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wire to one device: whole messages in, messages and a heartbeat out, and its end noticed once.
final class Socket implements WsListener {
    /// Who is at the other side.
    interface Listener {
        void message(String type, JsonNode payload);

        void gone();
    }

    private static final Logger log = LoggerFactory.getLogger(Socket.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final ReentrantLock sending = new ReentrantLock();
    private final StringBuilder partial = new StringBuilder();
    private final Pace pace;
    private final Listener listener;
    private volatile @Nullable WsSession session;

    Socket(Pace pace, Function<Socket, Listener> listener) {
        this.pace = pace;
        this.listener = listener.apply(this);
    }

    @Override
    public void onOpen(WsSession opened) {
        session = opened;
        var connection = Thread.currentThread();
        pace.run(() -> watch(connection));
        beat();
    }

    /// A socket that is cut off, not closed, calls neither `onClose` nor `onError`: only its thread ends.
    private void watch(Thread connection) {
        try {
            connection.join();
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Devices echo it, and take a socket for dead that says nothing for 15 s.
    private void beat() {
        if (session != null) {
            raw("\n");
            pace.laterByTheClock(HEARTBEAT, this::beat);
        }
    }

    @Override
    public void onMessage(WsSession from, String text, boolean last) {
        partial.append(text);
        if (!last) {
            return;
        }
        var whole = partial.toString();
        partial.setLength(0);
        if (whole.isBlank()) {
            return;
        }
        try {
            var message = Messages.read(whole);
            listener.message(message.path("type").asText(), message.path("payload"));
        } catch (UncheckedIOException e) {
            send("error", Messages.error(31000, "not a message"));
        }
    }

    /// As the protocol has it: devices ask so whether a way that has become doubtful still leads here.
    @Override
    public void onPing(WsSession from, BufferData data) {
        tell(to -> to.pong(data));
    }

    @Override
    public void onClose(WsSession closed, int status, String reason) {
        end();
    }

    @Override
    public void onError(WsSession failed, Throwable cause) {
        end();
    }

    private void end() {
        sending.lock();
        try {
            if (session == null) {
                return;
            }
            session = null;
        } finally {
            sending.unlock();
        }
        listener.gone();
    }

    void send(String type, ObjectNode payload) {
        raw(Messages.write(type, payload));
    }

    private void raw(String text) {
        tell(to -> to.send(text, true));
    }

    private void tell(Consumer<WsSession> what) {
        sending.lock();
        try {
            var to = session;
            if (to != null) {
                what.accept(to);
            }
        } catch (RuntimeException e) {
            log.info("a device cannot be reached: {}", e.getMessage());
            pace.run(this::end);
        } finally {
            sending.unlock();
        }
    }
}
