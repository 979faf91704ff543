package io.trunkline.backend.live;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.websocket.WsSession;
import java.util.concurrent.locks.ReentrantLock;

/// A WebSocket to write to. Two threads write: the client's own, and the one that reads and answers pings; the session
/// itself would let their frames run into each other.
final class SocketOutlet implements Client.Outlet {
    private final WsSession session;
    private final DataWriter writer;
    private final Thread reader;
    private final ReentrantLock writing = new ReentrantLock();

    /// `reader` is the thread that serves the connection; it lives as long as the connection does.
    SocketOutlet(WsSession session, Thread reader) {
        this.session = session;
        this.writer = writer(session);
        this.reader = reader;
    }

    @Override
    public void send(byte[] message) {
        locked(() -> writer.writeNow(BufferData.create(message)));
    }

    @Override
    public void ping() {
        locked(() -> session.ping(BufferData.empty()));
    }

    void pong(BufferData payload) {
        locked(() -> session.pong(payload));
    }

    @Override
    public void close(int code, String reason) {
        locked(() -> session.close(code, reason));
    }

    @Override
    public boolean open() {
        return reader.isAlive();
    }

    // Terminating a session would write a frame first and hang where the last write hangs; ending its reader closes the
    // socket.
    @Override
    public void cut() {
        if (session instanceof ServerConnection connection) {
            connection.close(true);
        }
    }

    // The session's own way takes a text and encodes it anew for each client.
    private static DataWriter writer(WsSession session) {
        if (session.socketContext() instanceof ConnectionContext context) {
            return context.dataWriter();
        }
        throw new IllegalStateException("not a connection of this server: " + session);
    }

    private void locked(Runnable write) {
        writing.lock();
        try {
            write.run();
        } finally {
            writing.unlock();
        }
    }
}
