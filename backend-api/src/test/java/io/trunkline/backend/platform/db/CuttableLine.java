package io.trunkline.backend.platform.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A TCP line to a server that can be cut in two ways: `REFUSED`, as when the server's process has died, and `SILENT`,
/// as when the network between swallows every packet and nobody is told.
public final class CuttableLine implements AutoCloseable {
    /// How the line is now.
    public enum State {
        OPEN,
        REFUSED,
        SILENT
    }

    private final ServerSocket listener;
    private final InetSocketAddress server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.OPEN;

    public CuttableLine(int serverPort) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void set(State wanted) {
        lock.lock();
        try {
            state = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (wanted == State.REFUSED) {
            sockets.forEach(CuttableLine::reset);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException _) {
                // closed by the test
            }
        }
    }

    private void connect(Socket client) {
        var to = new Socket();
        sockets.add(client);
        try {
            if (whenNotSilent() == State.REFUSED) {
                reset(client);
                return;
            }
            to.connect(server);
            sockets.add(to);
            Thread.ofVirtual().start(() -> pump(to, client));
            pump(client, to);
        } catch (IOException _) {
            reset(client);
        } finally {
            sockets.remove(client);
            sockets.remove(to);
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[16_384];
        try (from;
                to) {
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (whenNotSilent() == State.REFUSED) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException _) {
            // the other side is closed with this one
        }
    }

    private State whenNotSilent() {
        lock.lock();
        try {
            while (state == State.SILENT) {
                changed.awaitUninterruptibly();
            }
            return state;
        } finally {
            lock.unlock();
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        set(State.REFUSED);
    }
}
