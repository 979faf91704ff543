package io.trunkline.backend.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A batch of frames for one client, written as one text message: a JSON array. Frames come as bytes, which many
/// clients share.
final class Frames {
    private static final int TEXT = 0x81;
    private static final int SHORT = 126;
    private static final int MEDIUM = 1 << 16;

    private final List<byte[]> frames = new ArrayList<>(1);
    private int bytes;

    /// A frame's bytes, which nobody changes any more.
    void add(byte[] frame) {
        frames.add(frame);
        bytes += frame.length;
    }

    void caughtUp(long seq) {
        add("{\"frame\":\"caughtUp\",\"seq\":" + seq + "}");
    }

    void resync(long seq) {
        add("{\"frame\":\"resync\",\"seq\":" + seq + "}");
    }

    void mark(long seq) {
        add("{\"frame\":\"mark\",\"seq\":" + seq + "}");
    }

    void add(String frame) {
        add(frame.getBytes(StandardCharsets.UTF_8));
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    int count() {
        return frames.size();
    }

    /// The whole message as it goes over the wire (RFC 6455, 5.2), unmasked as a server's are.
    byte[] message() {
        var length = bytes + frames.size() + 1;
        var message = ByteBuffer.allocate(length + (length < SHORT ? 2 : length < MEDIUM ? 4 : 10));
        message.put((byte) TEXT);
        if (length < SHORT) {
            message.put((byte) length);
        } else if (length < MEDIUM) {
            message.put((byte) SHORT).putShort((short) length);
        } else {
            message.put((byte) (SHORT + 1)).putLong(length);
        }
        var before = '[';
        for (var frame : frames) {
            message.put((byte) before).put(frame);
            before = ',';
        }
        return message.put((byte) ']').array();
    }
}
