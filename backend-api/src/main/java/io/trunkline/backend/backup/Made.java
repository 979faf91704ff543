package io.trunkline.backend.backup;

import java.time.Duration;
import java.util.List;

/// What was written to an archive, or read from one.
public record Made(long rows, long recordings, long bytes, List<String> missing, Duration time) {
    private static final long MEGABYTE = 1_000_000;

    public Made {
        missing = List.copyOf(missing);
    }

    public double megabytesPerSecond() {
        return bytes / (double) MEGABYTE / Math.max(0.001, time.toNanos() / 1e9);
    }

    public double rowsPerSecond() {
        return rows / Math.max(0.001, time.toNanos() / 1e9);
    }

    /// As a sentence.
    public String told() {
        return "%,d rows and %,d recordings, %,d MB in %,d s"
                .formatted(rows, recordings, bytes / MEGABYTE, time.toSeconds());
    }
}
