package io.trunkline.backend.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One frame as a WebSocket text message of its own. It is made once: whoever is told nothing else is sent these very
/// bytes, and longer messages copy their middle.
final class Frame {
    private static final int TEXT = 0x81;
    private static final int SHORT = 126;
    private static final int MEDIUM = 1 << 16;

    private final byte[] message;
    private final int from;

    Frame(String json) {
        var text = json.getBytes(StandardCharsets.UTF_8);
        message = message(text.length + 2);
        from = message.length - text.length - 1;
        message[from - 1] = '[';
        System.arraycopy(text, 0, message, from, text.length);
        message[message.length - 1] = ']';
    }

    /// An array with this frame alone, as it goes over the wire.
    byte[] message() {
        return message;
    }

    int length() {
        return message.length - 1 - from;
    }

    void copyTo(byte[] other, int at) {
        System.arraycopy(message, from, other, at, length());
    }

    /// Room for a message of this length behind its head (RFC 6455, 5.2), unmasked as a server's are.
    static byte[] message(int length) {
        var message = new byte[length + (length < SHORT ? 2 : length < MEDIUM ? 4 : 10)];
        var head = ByteBuffer.wrap(message).put((byte) TEXT);
        if (length < SHORT) {
            head.put((byte) length);
        } else if (length < MEDIUM) {
            head.put((byte) SHORT).putShort((short) length);
        } else {
            head.put((byte) (SHORT + 1)).putLong(length);
        }
        return message;
    }
}
