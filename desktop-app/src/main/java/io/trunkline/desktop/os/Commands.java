package io.trunkline.desktop.os;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks programs of the system. One that does not end in time is ended.
class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// What the program wrote; nothing where it failed, is not there, or took too long. Blocks.
    Optional<String> output(List<String> words) {
        try {
            // into a file, so that no full pipe makes the program wait for us
            var written = Files.createTempFile("trunkline", ".txt");
            try {
                return run(words, written) ? Optional.of(Files.readString(written, ofThisSystem())) : Optional.empty();
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be asked: {}", words.getFirst(), e.toString());
            return Optional.empty();
        }
    }

    private static boolean run(List<String> words, java.nio.file.Path output) throws IOException {
        var process = new ProcessBuilder(words)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            LOG.warn("{} did not answer within {} s", words.getFirst(), PATIENCE.toSeconds());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    private static Charset ofThisSystem() {
        return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    }
}
