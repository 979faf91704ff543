package io.trunkline.backend.live;

/// A batch of frames being written as one text message: a JSON array.
final class Frames {
    private final StringBuilder text = new StringBuilder(256).append('[');
    private int count;

    void add(String frame) {
        if (count++ > 0) {
            text.append(',');
        }
        text.append(frame);
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

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    String text() {
        return text + "]";
    }
}
