package io.trunkline.desktop.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One client of [SocketServer], after the handshake.
public final class Peer implements AutoCloseable {
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;

    private final Socket socket;
    private final DataInputStream in;
    private final List<String> head;
    private volatile boolean deaf;

    Peer(Socket socket, DataInputStream in, List<String> head) {
        this.socket = socket;
        this.in = in;
        this.head = List.copyOf(head);
    }

    /// The request line and headers.
    public List<String> head() {
        return head;
    }

    public void send(String text) throws IOException {
        write(frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The first half of a message, and then nothing.
    public void sendHalf(String text) throws IOException {
        var whole = frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
        write(Arrays.copyOf(whole, whole.length / 2));
    }

    /// From now on nothing arrives here and nothing is answered, as where a network has gone without a word.
    public void deafen() {
        deaf = true;
    }

    /// Ends as the protocol has it.
    public void closePolitely() throws IOException {
        write(frame(CLOSE, new byte[] {0x03, (byte) 0xE8}));
        socket.close();
    }

    /// Ends with a reset, as a broken network does.
    public void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// The next text of the client; null when it has closed.
    public @Nullable String read() throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0xF;
            var payload = payload();
            if (deaf) {
                continue;
            }
            if (opcode == TEXT) {
                return new String(payload, StandardCharsets.UTF_8);
            }
            if (opcode == CLOSE) {
                return null;
            }
            if (opcode == PING) {
                write(frame(0xA, payload));
            }
        }
    }

    private byte[] payload() throws IOException {
        int length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        var mask = in.readNBytes(4);
        var payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private static byte[] frame(int opcode, byte[] payload) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(0x80 | opcode);
        if (payload.length < 126) {
            out.write(payload.length);
        } else {
            out.write(126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        }
        out.write(payload);
        return out.toByteArray();
    }
}
