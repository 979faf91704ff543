package io.trunkline.backend.live;

import java.util.ArrayList;
import java.util.List;

/// A batch of frames for one client, written as one text message: a JSON array.
final class Frames {
    private final List<Frame> frames = new ArrayList<>(1);
    private int bytes;

    void add(Frame frame) {
        frames.add(frame);
        bytes += frame.length();
    }

    void caughtUp(long seq) {
        add(new Frame("{\"frame\":\"caughtUp\",\"seq\":" + seq + "}"));
    }

    void resync(long seq) {
        add(new Frame("{\"frame\":\"resync\",\"seq\":" + seq + "}"));
    }

    void mark(long seq) {
        add(new Frame("{\"frame\":\"mark\",\"seq\":" + seq + "}"));
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    int count() {
        return frames.size();
    }

    /// The whole message as it goes over the wire; nobody may change it, for others are sent the same.
    byte[] message() {
        return frames.size() == 1 ? frames.getFirst().message() : joined();
    }

    private byte[] joined() {
        var length = bytes + frames.size() + 1;
        var message = Frame.message(length);
        var at = message.length - length;
        var before = '[';
        for (var frame : frames) {
            message[at] = (byte) before;
            frame.copyTo(message, at + 1);
            at += frame.length() + 1;
            before = ',';
        }
        message[at] = ']';
        return message;
    }
}
