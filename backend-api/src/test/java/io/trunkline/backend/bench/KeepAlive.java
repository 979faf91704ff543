package io.trunkline.backend.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One HTTP/1.1 connection of the load: one request under way at a time.
final class KeepAlive {
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private long sent;

    KeepAlive(int port, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(byte[] request) throws IOException {
        in.clear();
        sent = System.nanoTime();
        var out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    long sent() {
        return sent;
    }

    /// The status of the answer once it is complete, 0 before.
    int read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("The server closed a connection of the load");
        }
        var text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        var body = text.indexOf("\r\n\r\n") + 4;
        if (body < 4) {
            return 0;
        }
        var head = text.substring(0, body).toLowerCase(Locale.ROOT);
        var complete = head.contains("transfer-encoding: chunked")
                ? text.endsWith("\r\n0\r\n\r\n") || text.startsWith("0\r\n\r\n", body)
                : text.length() >= body + length(head);
        return complete ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    private static int length(String head) {
        var at = head.indexOf("content-length:");
        return at < 0
                ? 0
                : Integer.parseInt(
                        head.substring(at + 15, head.indexOf("\r\n", at)).strip());
    }
}
