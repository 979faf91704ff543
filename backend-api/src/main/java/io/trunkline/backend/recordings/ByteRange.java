package io.trunkline.backend.recordings;

import java.util.Optional;
import java.util.regex.Pattern;

/// The bytes of a file that a request asks for, both ends included. `whole` when it did not ask for a part.
record ByteRange(long from, long to, boolean whole) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long length() {
        return to - from + 1;
    }

    /// Reads a `Range` header; empty when nothing of it lies in the file. What is no single range is taken for none.
    static Optional<ByteRange> of(String header, long size) {
        var shape = ONE.matcher(header.strip());
        if (!shape.matches() || (shape.group(1).isEmpty() && shape.group(2).isEmpty())) {
            return Optional.of(new ByteRange(0, size - 1, true));
        }
        if (shape.group(1).isEmpty()) {
            var last = Math.min(size, Long.parseLong(shape.group(2)));
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(size - last, size - 1, false));
        }
        var from = Long.parseLong(shape.group(1));
        var to = shape.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(shape.group(2)));
        return from > to ? Optional.empty() : Optional.of(new ByteRange(from, to, false));
    }
}
