package io.trunkline.installer.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program with a window full of the desk: how soon it is there, what memory it holds with all its processes, and
/// what it takes of the processor while nobody does anything.
///
/// @param shown what it says when the desk is there
/// @param ready what it says when one can be called there, too
record Contender(String name, List<String> words, Map<String, String> environment, Pattern shown, Pattern ready) {
    private static final int SETTLED_SECONDS = 8;
    private static final int IDLE_SECONDS = 5;
    private static final int PATIENCE_SECONDS = 60;

    /// One run.
    ///
    /// @param millis from the start of the process to the line that says what is shown
    /// @param megabytes proportional set size of all its processes, a while later
    /// @param idle share of one core that they take from then on
    record Run(double millis, double megabytes, double idle, int processes) {}

    Run run(Path folder) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().putAll(environment);
        var there = new CountDownLatch(1);
        var callable = new CountDownLatch(1);
        var began = System.nanoTime();
        var process = builder.start();
        var at = new long[1];
        var reader = Thread.ofVirtual().start(() -> {
            try {
                process.inputReader().lines().forEach(line -> {
                    if (there.getCount() > 0 && shown.matcher(line).find()) {
                        at[0] = System.nanoTime();
                        there.countDown();
                    }
                    if (ready.matcher(line).find()) {
                        callable.countDown();
                    }
                });
            } catch (UncheckedIOException e) {
                // ending a process takes away what it was still saying
                System.out.println(name + " was ended: " + e.getMessage());
            }
        });
        try {
            if (!there.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " does not show its page");
            }
            if (!callable.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " cannot be called");
            }
            // whatever it does after its start is over
            process.waitFor(SETTLED_SECONDS, TimeUnit.SECONDS);
            var all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .map(ProcessHandle::pid)
                    .toList();
            var kilobytes = 0L;
            for (var pid : all) {
                kilobytes += pss(pid);
            }
            var used = processor(process);
            process.waitFor(IDLE_SECONDS, TimeUnit.SECONDS);
            var idle = (processor(process) - used) / IDLE_SECONDS;
            return new Run((at[0] - began) / 1e6, kilobytes / 1024.0, idle, all.size());
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            reader.join();
        }
    }

    /// Seconds of one core that it and its processes have used.
    private static double processor(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .mapToDouble(each -> each.toMillis() / 1000.0)
                .sum();
    }

    private static long pss(long pid) throws IOException {
        var file = Path.of("/proc/%d/smaps_rollup".formatted(pid));
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .sum();
        }
    }
}
