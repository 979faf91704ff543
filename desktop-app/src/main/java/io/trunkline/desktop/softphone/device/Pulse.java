package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PulseAudio's or PipeWire's own tool: what it says, and what it does. A tool that hangs is ended.
final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long PATIENCE = 2;

    private Pulse() {}

    /// A list as JSON; empty where there is no sound server, or not its tool, or the list changed while it was made.
    /// Through a file, because a tool that hangs would hang whoever reads from it.
    static Optional<JsonNode> list(String kind) {
        try {
            var said = Files.createTempFile("trunkline-sound", ".json");
            try {
                var process = builder(List.of("--format=json", "list", kind))
                        .redirectOutput(said.toFile())
                        .start();
                return ended(process) ? Optional.of(Json.mapper().readTree(said.toFile())) : Optional.empty();
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            LOG.debug("There is no list of {}", kind, e);
            return Optional.empty();
        }
    }

    static void move(String command, int stream, String to) {
        try {
            var process = builder(List.of(command, String.valueOf(stream), to))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!ended(process)) {
                LOG.info("The sound of a call could not be put on {}", to);
            }
        } catch (IOException e) {
            LOG.debug("Nothing moves the sound of a call", e);
        }
    }

    /// Runs for as long as somebody wants to know what comes and goes.
    static Process subscribe() throws IOException {
        return builder(List.of("subscribe")).start();
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(PATIENCE, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessBuilder builder(List<String> words) {
        var line = new ArrayList<>(List.of("pactl"));
        line.addAll(words);
        var builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        // its lines are read: they must be in English
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }
}
