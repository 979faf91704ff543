package io.trunkline.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.simulator.media.Bursts;
import io.trunkline.simulator.media.Clip;
import io.trunkline.simulator.media.Hum;
import io.trunkline.simulator.media.Tone;
import io.trunkline.simulator.media.Voice;
import io.trunkline.simulator.voice.Air;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What people on the phone may be told to sound like.
final class Sounds {
    static final String KINDS =
            "A voice is {\"tone\": 1000, \"level\": 8000}, {\"bursts\": 1000}, {\"wav\": \"…\"}, {\"hum\": true} or {\"silence\": true}.";

    private final Map<String, Clip> uploads = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Air air;
    private final InstantSource clock;

    Sounds(Air air, InstantSource clock) {
        this.air = air;
        this.clock = clock;
    }

    /// Keeps an uploaded WAV and gives it a name.
    String keep(byte[] wav) {
        var name = "sound-" + count.incrementAndGet();
        uploads.put(name, Clip.read(wav).orElseThrow(() -> unknown("The upload")));
        return name;
    }

    private static Order.Bad unknown(String what) {
        return new Order.Bad(what + " is no WAV of PCM (8 or 16 bit) or µ-law.");
    }

    /// Empty when no voice is asked for.
    ///
    /// @param who a hum is told from others by
    Optional<Voice> voice(JsonNode json, String who) {
        if (json.has("tone")) {
            return Optional.of(
                    Tone.of(json.path("tone").asDouble(), json.path("level").asInt(8_000)));
        }
        if (json.has("bursts")) {
            return Optional.of(new Bursts(json.path("bursts").asDouble(), clock));
        }
        if (json.has("wav")) {
            return Optional.of(clip(json.path("wav").asText()).player());
        }
        if (json.path("hum").asBoolean()) {
            return Optional.of(new Hum(who));
        }
        return json.path("silence").asBoolean() ? Optional.of(Voice.QUIET) : Optional.empty();
    }

    /// An upload, an address or a file.
    private Clip clip(String where) {
        var uploaded = uploads.get(where);
        if (uploaded != null) {
            return uploaded;
        }
        var clip = where.startsWith("http:") || where.startsWith("https:") ? air.clip(where) : file(where);
        return clip.orElseThrow(() -> unknown(where));
    }

    private static Optional<Clip> file(String where) {
        try {
            return Clip.read(Files.readAllBytes(Path.of(where)));
        } catch (IOException e) {
            throw new Order.Bad("The file " + where + " cannot be read.");
        }
    }
}
