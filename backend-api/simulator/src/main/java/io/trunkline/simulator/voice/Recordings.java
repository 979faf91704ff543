package io.trunkline.simulator.voice;

import io.trunkline.simulator.webhook.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All recordings. A stopped one is `processing` for a moment and then a WAV file as long as the talk was.
public final class Recordings {
    private static final Logger log = LoggerFactory.getLogger(Recordings.class);
    private static final Duration PROCESSING = Duration.ofSeconds(1);

    private final Map<String, Recording> bySid = new ConcurrentHashMap<>();
    private final Map<Recording, Reel> reels = new ConcurrentHashMap<>();
    private final Set<Recording> live = ConcurrentHashMap.newKeySet();
    private final Exchange exchange;
    private final Voices voices;
    private final Path media;
    private final Supplier<String> base;

    Recordings(Exchange exchange, Path media, Supplier<String> base) {
        this.exchange = exchange;
        this.voices = new Voices(exchange);
        this.media = media;
        this.base = base;
    }

    public Recording start(Call call, RecordingSource source, int channels, String track, Subscription told) {
        return start(new Recording(
                call, null, source, channels, track, told, exchange.pace().now()));
    }

    /// A conference is recorded as one mixed channel.
    public Recording start(Conference room, RecordingSource source, Subscription told) {
        return start(new Recording(
                null, room, source, 1, "both", told, exchange.pace().now()));
    }

    private Recording start(Recording recording) {
        bySid.put(recording.sid(), recording);
        live.add(recording);
        log.info("recording {} in-progress", recording.sid());
        mark(recording);
        tell(recording, "in-progress");
        return recording;
    }

    public boolean pause(Recording recording, boolean skip) {
        return noted(recording, recording.pause(skip), "paused");
    }

    public boolean resume(Recording recording) {
        return noted(recording, recording.resume(), "in-progress");
    }

    private boolean noted(Recording recording, boolean done, String what) {
        if (done) {
            log.info("recording {} {}", recording.sid(), what);
            mark(recording);
        }
        return done;
    }

    public void stop(Recording recording) {
        mark(recording);
        if (recording.stop(exchange.pace().now())) {
            live.remove(recording);
            Optional.ofNullable(reels.get(recording)).ifPresent(exchange.air()::stop);
            log.info("recording {} stopped", recording.sid());
            exchange.pace().later(PROCESSING, () -> finish(recording));
        }
    }

    void stopAll(Call call) {
        running().filter(r -> r.call().filter(c -> c == call).isPresent()).forEach(this::stop);
    }

    void ended(Call call) {
        stopAll(call);
    }

    void ended(Conference room) {
        running().filter(r -> r.room().filter(c -> c == room).isPresent()).forEach(this::stop);
    }

    private Stream<Recording> running() {
        return live.stream().filter(Recording::running);
    }

    private void finish(Recording recording) {
        var empty = recording.length(exchange.pace().now()).toMillis() < 20;
        if (empty) {
            forget(recording);
        } else {
            write(recording);
        }
        recording.finished(empty ? Recording.Status.ABSENT : Recording.Status.COMPLETED);
        log.info("recording {} {}", recording.sid(), recording.status().name().toLowerCase(Locale.ROOT));
        tell(recording, empty ? "absent" : "completed");
    }

    private void forget(Recording recording) {
        var reel = reels.remove(recording);
        try {
            if (reel != null) {
                Files.delete(reel.close());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("recording " + recording.sid() + " cannot be cleared away", e);
        }
    }

    private void write(Recording recording) {
        try {
            Files.createDirectories(media);
            new Wav(recording).write(file(recording), Optional.ofNullable(reels.remove(recording)));
        } catch (IOException e) {
            throw new UncheckedIOException("recording " + recording.sid() + " cannot be written", e);
        }
    }

    /// Notes what is heard from now on, in every running recording of this call.
    void note(Call call) {
        running().filter(r -> r.call().filter(c -> c == call).isPresent()).forEach(this::mark);
    }

    void note(Conference room) {
        running().filter(r -> r.room().filter(c -> c == room).isPresent()).forEach(this::mark);
    }

    private void mark(Recording recording) {
        recording.mark(exchange.pace().now(), voices.of(recording));
        if (!reels.containsKey(recording) && heardTruly(recording)) {
            turn(recording);
        }
    }

    /// Somebody can be heard, or listens, from now on.
    void soundsNow() {
        running().forEach(this::mark);
    }

    private boolean heardTruly(Recording recording) {
        var room = recording.room();
        return room.isPresent()
                ? room.get().members().stream().map(Member::call).anyMatch(exchange.air()::isOpen)
                : recording.call().filter(this::heardTruly).isPresent();
    }

    private boolean heardTruly(Call call) {
        return exchange.air().isOpen(call)
                || exchange.calls().speakers(call).stream().anyMatch(exchange.air()::isOpen);
    }

    private void turn(Recording recording) {
        reels.computeIfAbsent(recording, r -> {
            var reel = new Reel(exchange, r, part(r), r.length(exchange.pace().now()));
            exchange.air().turn(reel);
            return reel;
        });
    }

    private Path part(Recording recording) {
        try {
            Files.createDirectories(media);
            return media.resolve(recording.sid() + ".part");
        } catch (IOException e) {
            throw new UncheckedIOException("recording " + recording.sid() + " cannot be written", e);
        }
    }

    Voices voices() {
        return voices;
    }

    /// The file behind an address of ours.
    Optional<Path> byUrl(String url) {
        var at = url.lastIndexOf("/Recordings/");
        if (at < 0 || !url.startsWith(base.get())) {
            return Optional.empty();
        }
        var sid = url.substring(at + "/Recordings/".length()).replaceFirst("\\.wav.*$", "");
        return find(sid).map(this::file).filter(Files::exists);
    }

    private void tell(Recording recording, String status) {
        if (!recording.told().wants(status)) {
            return;
        }
        exchange.callbacks().tell(recording.sid(), recording.told().hook(), form(recording, status));
    }

    private Form form(Recording recording, String status) {
        var form = new Form()
                .put("AccountSid", exchange.account().sid())
                .put("RecordingSid", recording.sid())
                .put("RecordingUrl", url(recording))
                .put("RecordingStatus", status)
                .put("RecordingStartTime", Times.text(recording.start()))
                .put("RecordingSource", recording.source().wire())
                .put("RecordingChannels", recording.channels())
                .put("RecordingTrack", recording.track())
                .put("ErrorCode", "0");
        recording.call().ifPresent(c -> form.put("CallSid", c.sid()));
        recording.room().ifPresent(r -> form.put("ConferenceSid", r.sid()));
        if (!status.equals("in-progress")) {
            form.put(
                    "RecordingDuration", recording.length(exchange.pace().now()).toSeconds());
        }
        return form;
    }

    public String url(Recording recording) {
        return base.get() + "/2010-04-01/Accounts/" + exchange.account().sid() + "/Recordings/" + recording.sid();
    }

    public Path file(Recording recording) {
        return media.resolve(recording.sid() + ".wav");
    }

    public Optional<Recording> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /// Newest first.
    public List<Recording> all() {
        return bySid.values().stream()
                .sorted(Comparator.comparing(Recording::start).reversed().thenComparing(Recording::sid))
                .toList();
    }

    public void delete(Recording recording) {
        bySid.remove(recording.sid());
        try {
            Files.deleteIfExists(file(recording));
        } catch (IOException e) {
            throw new UncheckedIOException("recording " + recording.sid() + " cannot be deleted", e);
        }
    }
}
