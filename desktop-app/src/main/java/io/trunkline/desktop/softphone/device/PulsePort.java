package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.desktop.kit.work.Lane;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Linux. The media engine knows no names there and always records and plays by the server's default; the server puts
/// its streams elsewhere, which nobody hears happen.
final class PulsePort implements SoundPort {
    private static final Logger LOG = LoggerFactory.getLogger(PulsePort.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMillis(500);

    /// The engine's names for what it plays and records.
    private static final String PLAYED = "playStream";

    private static final String RECORDED = "recStream";

    private static final String ENGINE = "WEBRTC VoiceEngine";

    private final String self = String.valueOf(ProcessHandle.current().pid());
    private final Lane watching = new Lane("voice-sound-watch", e -> LOG.warn("Sound is not watched any more", e));
    private Map<String, String> sinks = Map.of();
    private Map<String, String> sources = Map.of();
    private Duration pause = SOON;
    private volatile @Nullable Process watch;
    private volatile boolean closed;

    /// The server has known the engine at all.
    private volatile boolean known;

    /// The server has hung up on whoever watched it, and does not know the engine since.
    private volatile boolean parted;

    @Override
    public Optional<Found> look() {
        if ((!known || parted) && isKnown()) {
            known = true;
            parted = false;
        }
        var played = Pulse.list("sinks");
        var recorded = Pulse.list("sources");
        if (played.isEmpty() || recorded.isEmpty()) {
            return Optional.empty();
        }
        sinks = names(played.get(), false);
        sources = names(recorded.get(), true);
        return Optional.of(new Found(
                sources.keySet().stream().sorted().toList(),
                sinks.keySet().stream().sorted().toList()));
    }

    private boolean isKnown() {
        return Pulse.list("clients").stream()
                .flatMap(all -> all.valueStream())
                .map(client -> client.path("properties"))
                .anyMatch(about ->
                        isOurs(about) && about.path("application.name").asText().equals(ENGINE));
    }

    private boolean isOurs(JsonNode about) {
        return about.path("application.process.id").asText().equals(self);
    }

    @Override
    public boolean isCutOff() {
        return known && parted;
    }

    @Override
    public void joined() {
        parted = false;
    }

    @Override
    public void put(SoundChoice choice) {
        move(
                "move-sink-input",
                Pulse.list("sink-inputs"),
                PLAYED,
                sinks.getOrDefault(choice.speaker(), "@DEFAULT_SINK@"));
        move(
                "move-source-output",
                Pulse.list("source-outputs"),
                RECORDED,
                sources.getOrDefault(choice.microphone(), "@DEFAULT_SOURCE@"));
    }

    private void move(String command, Optional<JsonNode> streams, String name, String to) {
        streams.ifPresent(all -> all.forEach(stream -> {
            var about = stream.path("properties");
            if (about.path("media.name").asText().equals(name) && isOurs(about)) {
                Pulse.move(command, stream.path("index").asInt(), to);
            }
        }));
    }

    /// What the system shows, and what the server calls it. A speaker's echo is no microphone.
    private static Map<String, String> names(JsonNode devices, boolean recorded) {
        var names = new HashMap<String, String>();
        for (var device : devices) {
            var name = device.path("name").asText();
            if (!recorded || device.path("monitor_source").asText().isEmpty()) {
                names.putIfAbsent(device.path("description").asText(name), name);
            }
        }
        return names;
    }

    @Override
    public void watch(Runnable changed) {
        watching.run(() -> read(changed));
    }

    private void read(Runnable changed) {
        var begun = System.nanoTime();
        try {
            var process = Pulse.subscribe();
            watch = process;
            if (closed) {
                process.destroyForcibly();
            }
            try (var lines = process.inputReader()) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (matters(line)) {
                        changed.run();
                    }
                }
            } finally {
                process.destroyForcibly();
            }
            parted = true;
        } catch (IOException e) {
            LOG.debug("Nothing tells of sound that comes or goes", e);
        }
        if (!closed) {
            changed.run();
            watching.later(pause(System.nanoTime() - begun), () -> {
                changed.run();
                read(changed);
            });
        }
    }

    /// A server that is started anew is back within a moment; one that is not there is asked less and less often.
    private Duration pause(long lasted) {
        var longer = pause.multipliedBy(2);
        pause = lasted > AGAIN.toNanos() ? SOON : longer.compareTo(AGAIN) < 0 ? longer : AGAIN;
        return pause;
    }

    /// A device or one of anybody's streams is new, or a device is gone.
    private static boolean matters(String line) {
        var device = line.contains(" on sink #") || line.contains(" on source #") || line.contains(" on card #");
        var stream = line.contains(" on sink-input #") || line.contains(" on source-output #");
        return device ? !line.contains("'change'") : stream && line.contains("'new'");
    }

    @Override
    public void close() {
        closed = true;
        var process = watch;
        if (process != null) {
            process.destroyForcibly();
        }
        watching.stop();
    }
}
