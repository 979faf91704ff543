package io.trunkline.backend.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Counts what is written.
final class Counting extends FilterOutputStream {
    private long bytes;

    Counting(OutputStream to) {
        super(to);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
        bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        out.write(some, from, length);
        bytes += length;
    }
}
