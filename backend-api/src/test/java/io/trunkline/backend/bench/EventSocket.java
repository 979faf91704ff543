package io.trunkline.backend.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/// The least WebSocket client that can time events: it looks for `t=` and nineteen digits, the publisher's clock, in
/// each text frame, and answers pings, also those of Engine.IO.
final class EventSocket {
    private static final byte[] NO_MASK = new byte[4];

    private final SocketChannel channel;
    private final LongConsumer delivered;
    private ByteBuffer in = ByteBuffer.allocate(16 * 1024);

    EventSocket(int port, String path, String first, LongConsumer delivered) throws IOException {
        this.delivered = delivered;
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nAuthorization: Bearer bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Version: 13\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        upgraded();
        if (!first.equals("-")) {
            send(1, first.getBytes(StandardCharsets.UTF_8));
        }
        channel.configureBlocking(false);
    }

    SocketChannel channel() {
        return channel;
    }

    private void upgraded() throws IOException {
        var head = new StringBuilder();
        var one = ByteBuffer.allocate(1);
        while (!head.toString().endsWith("\r\n\r\n")) {
            one.clear();
            if (channel.read(one) < 0) {
                break;
            }
            head.append((char) one.get(0));
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("The server did not open a WebSocket: " + head);
        }
    }

    void read() {
        try {
            if (channel.read(in) < 0) {
                throw new EOFException("The server closed a client's socket");
            }
            in.flip();
            while (frame()) {}
            in.compact();
            if (!in.hasRemaining()) {
                in = ByteBuffer.allocate(in.capacity() * 4).put(in.flip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean frame() throws IOException {
        if (in.remaining() < 2) {
            return false;
        }
        var at = in.position();
        var length = in.get(at + 1) & 0x7f;
        var head = length == 126 ? 4 : length == 127 ? 10 : 2;
        if (in.remaining() < head) {
            return false;
        }
        var size = length == 126 ? in.getShort(at + 2) & 0xffff : length == 127 ? (int) in.getLong(at + 2) : length;
        if (in.remaining() < head + size) {
            return false;
        }
        received(in.get(at) & 0xf, at + head, size);
        in.position(at + head + size);
        return true;
    }

    private void received(int kind, int from, int size) throws IOException {
        var end = from + size;
        if (kind == 9) {
            var payload = new byte[size];
            in.get(from, payload);
            send(10, payload);
        } else if (size == 1 && in.get(from) == '2') {
            send(1, new byte[] {'3'});
        }
        for (var i = from; i < end - 20; i++) {
            if (in.get(i) == 't' && in.get(i + 1) == '=' && Character.isDigit(in.get(i + 2))) {
                delivered.accept(number(i + 2));
                i += 20;
            }
        }
    }

    private long number(int from) {
        var value = 0L;
        for (var i = from; i < from + 19; i++) {
            value = value * 10 + in.get(i) - '0';
        }
        return value;
    }

    private void send(int kind, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(payload.length + 8);
        frame.put((byte) (0x80 | kind));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.put(NO_MASK).put(payload).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }
}
