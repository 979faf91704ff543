package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// How soon the packaged programs are there: the desktop's first page without a display, and the backend ready on the
/// PostgreSQL that it brings, whose data is there already.
final class StartTime {
    private static final int TIMES = 3;
    private static final Pattern SHOWN = Pattern.compile("shown (\\d+) ms after the start");
    private static final Pattern READY = Pattern.compile("Ready at ");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private StartTime() {}

    static void tell(List<AppImage> images) throws IOException {
        for (var image : images) {
            var millis = new ArrayList<Long>();
            var folder = Files.createTempDirectory("trunkline-start");
            for (var time = 0; time <= TIMES; time++) {
                millis.add(image.product().equals(Product.DESKTOP) ? desktop(image, folder) : backend(image, folder));
            }
            Trees.remove(folder);
            // the first start makes what later ones find
            var later = millis.subList(1, millis.size()).stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%7d ms  %s starts, median of %d; first start %d ms; %.0f MB unpacked%n",
                    later.get(TIMES / 2),
                    image.product().name(),
                    TIMES,
                    millis.getFirst(),
                    Trees.size(image.folder()) / 1e6);
        }
    }

    private static long desktop(AppImage image, Path folder) throws IOException {
        return until(
                SHOWN,
                List.of(image.command().toString(), "--headless", "--home", folder.toString()),
                folder,
                Map.of());
    }

    private static long backend(AppImage image, Path folder) throws IOException {
        return until(
                READY,
                List.of(image.command().toString()),
                folder,
                Map.of("TRUNKLINE_HTTP_PORT", "0", "TRUNKLINE_DATABASE_EMBEDDED_PORT", "0", "TRUNKLINE_CONFIG", ""));
    }

    /// From the start of the process to the line that says so.
    private static long until(Pattern said, List<String> words, Path folder, Map<String, String> settings)
            throws IOException {
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(settings);
        var began = System.nanoTime();
        var process = builder.start();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (said.matcher(line).find()) {
                    return (System.nanoTime() - began) / 1_000_000;
                }
            }
            throw new PackagingFault(words.getFirst() + " ended before it was there");
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
