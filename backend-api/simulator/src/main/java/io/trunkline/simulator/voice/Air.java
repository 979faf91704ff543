package io.trunkline.simulator.voice;

import io.trunkline.simulator.media.Clip;
import io.trunkline.simulator.media.Ear;
import io.trunkline.simulator.media.Frame;
import io.trunkline.simulator.media.Hum;
import io.trunkline.simulator.media.Jukebox;
import io.trunkline.simulator.media.MediaClock;
import io.trunkline.simulator.media.Music;
import io.trunkline.simulator.media.Peer;
import io.trunkline.simulator.media.Ringback;
import io.trunkline.simulator.media.Voice;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where sound is mixed. A call takes part from the moment somebody listens at its far end (a device with sound of its
/// own, or the control asked), or a recording has to hold what it hears; all others cost nothing.
public final class Air implements AutoCloseable {
    /// Quieter than this is silence.
    private static final double HUSH = 100;

    private final Map<Call, Line> lines = new ConcurrentHashMap<>();
    private final Set<Call> open = ConcurrentHashMap.newKeySet();
    private final Set<Reel> reels = ConcurrentHashMap.newKeySet();
    private final Exchange exchange;
    private final Jukebox jukebox;
    private final MediaClock clock = new MediaClock(this::tick);

    Air(Exchange exchange) {
        this.exchange = exchange;
        this.jukebox = new Jukebox(exchange.pace()::run, exchange.recordings()::byUrl);
    }

    Exchange exchange() {
        return exchange;
    }

    /// From now on this call's far end listens.
    public void open(Call call) {
        if (call.status().ended()) {
            return;
        }
        open.add(call);
        line(call);
        if (call.status().ended()) {
            ended(call);
            return;
        }
        exchange.recordings().soundsNow();
        clock.wake();
    }

    boolean isOpen(Call call) {
        return open.contains(call);
    }

    /// What this call's far end says from now on.
    public void speak(Call call, Voice voice) {
        open(call);
        line(call).speakWith(voice);
    }

    public Ear heard(Call call) {
        open(call);
        return line(call).ears().heard();
    }

    public Ear said(Call call) {
        open(call);
        return line(call).ears().said();
    }

    /// Whether something was said at this call's far end in the last moment.
    boolean speaks(Call call) {
        return line(call).ears().said().loudness(0.2) > HUSH;
    }

    public Optional<Clip> clip(String url) {
        return jukebox.clip(url);
    }

    /// How long the sound at this address lasts, when somebody listens to it.
    Optional<Duration> length(Call call, String url) {
        return isOpen(call) && !url.isEmpty() ? clip(url).map(Clip::length) : Optional.empty();
    }

    Line line(Call call) {
        return call.status().ended() ? new Line(call, this) : lines.computeIfAbsent(call, c -> new Line(c, this));
    }

    void ended(Call call) {
        open.remove(call);
        lines.remove(call);
    }

    void turn(Reel reel) {
        reels.add(reel);
        clock.wake();
    }

    void stop(Reel reel) {
        reels.remove(reel);
    }

    private boolean tick(long number) {
        for (var call : open) {
            var line = lines.get(call);
            if (line != null) {
                line.tick(number);
            }
        }
        for (var reel : reels) {
            reel.tick(number);
        }
        return !open.isEmpty() || !reels.isEmpty();
    }

    Voice player(Sound sound) {
        return switch (sound) {
            case Sound.Silence _, Sound.Talk _ -> Voice.QUIET;
            case Sound.Ringback _ -> new Ringback();
            case Sound.Music music -> music.url().isEmpty() ? new Music() : jukebox.play(music.url());
            case Sound.Prompt prompt -> Hum.prompt(prompt.text());
        };
    }

    /// Adds up what these calls say.
    void mix(List<Call> speakers, long tick, int[] sum, short[] into) {
        Arrays.fill(sum, 0);
        for (var speaker : speakers) {
            var said = line(speaker).said(tick);
            for (var i = 0; i < said.length; i++) {
                sum[i] += said[i];
            }
        }
        for (var i = 0; i < into.length; i++) {
            into[i] = Frame.clip(sum[i]);
        }
    }

    /// For whoever measures.
    public Map<String, Object> figures() {
        return Map.of(
                "listening", open.size(),
                "peers", Peer.open(),
                "lines", lines.size(),
                "recordings", reels.size(),
                "ticks", clock.ticks(),
                "busyMillis", clock.busyMillis(),
                "lateTicks", clock.lateTicks());
    }

    @Override
    public void close() {
        clock.close();
        jukebox.close();
    }
}
