package io.trunkline.backend.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// Processor time of the calling thread, so that what runs beside it does not count. Asking costs some hundred
/// nanoseconds: ask per batch.
public final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    public static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
