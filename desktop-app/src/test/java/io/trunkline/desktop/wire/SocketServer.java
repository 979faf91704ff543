package io.trunkline.desktop.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/// Accepts WebSockets on a free port of this machine and lets a script serve each of them.
public final class SocketServer implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// Serves one client on a thread of its own.
    public interface Script {
        void serve(Peer peer) throws IOException;
    }

    private final ServerSocket server;
    private final Predicate<List<String>> admitted;
    private final Script script;

    public SocketServer(Script script) throws IOException {
        this(head -> true, script);
    }

    /// Answers 401 to those whose request line and headers are not `admitted`.
    public SocketServer(Predicate<List<String>> admitted, Script script) throws IOException {
        this(ServerSocketFactory.getDefault(), admitted, script);
    }

    /// With the certificate of a context.
    public SocketServer(SSLContext tls, Script script) throws IOException {
        this(tls.getServerSocketFactory(), head -> true, script);
    }

    private SocketServer(ServerSocketFactory sockets, Predicate<List<String>> admitted, Script script)
            throws IOException {
        this.admitted = admitted;
        this.script = script;
        this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public URI address(String path) {
        return URI.create(
                (server instanceof SSLServerSocket ? "wss" : "ws") + "://localhost:" + server.getLocalPort() + path);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (var peer = handshake(socket)) {
            if (peer != null) {
                script.serve(peer);
            }
        } catch (IOException e) {
            // the client went away, which is what some scripts are about
        }
    }

    private @Nullable Peer handshake(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var head = head(in);
        if (!admitted.test(head)) {
            var refusal = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(refusal.getBytes(StandardCharsets.US_ASCII));
            socket.close();
            return null;
        }
        var key = head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                .findFirst()
                .orElseThrow()
                .substring("sec-websocket-key:".length())
                .strip();
        var answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        return new Peer(socket, in, head);
    }

    private static List<String> head(DataInputStream in) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        while (true) {
            int each = in.readUnsignedByte();
            if (each == '\n') {
                if (line.isEmpty()) {
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (each != '\r') {
                line.append((char) each);
            }
        }
    }

    private static String accept(String key) throws IOException {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
