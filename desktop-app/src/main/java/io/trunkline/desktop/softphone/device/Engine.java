package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trunkline.desktop.kit.work.FxThread;
import io.trunkline.desktop.kit.work.Lane;
import io.trunkline.desktop.kit.work.ProgramEnd;
import io.trunkline.desktop.kit.work.Running;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page with the SDK, the media engine below it and the sockets beside it; one lane does what the page asks.
final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration PULSE = Duration.ofMillis(200);

    /// How often is looked whether the carrier has given a sign of life: for two seconds.
    private static final Duration SIGN = Duration.ofMillis(100);

    private static final int SIGNS = 20;
    private static final Duration FAREWELL = Duration.ofMillis(250);
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    /// What is told of the media and by the SDK, on the lane.
    interface Listener {
        void phone(JsonNode event);

        /// The sound of a call can flow now.
        void flowing();

        void levels(double spoken, double heard);

        void event(VoiceEvent event);
    }

    private final SoundSystem sound;
    private final Microphone microphone;
    private final Listener listener;
    private final Lane lane = new Lane("voice-media", e -> LOG.warn("The voice device failed at something", e));
    private final Page page = new Page(this::asked);
    private final PageSockets sockets;
    private final NetworkWatch network;
    private final AtomicBoolean opened = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch ready = new CountDownLatch(1);
    private @Nullable Media media;
    private boolean pageLoaded;
    private Running pulse = Running.ENDED;
    private volatile long begun;
    private volatile @Nullable VoiceFailure broken;

    Engine(SoundSystem sound, Microphone microphone, Listener listener, Network around) {
        this.sound = sound;
        this.microphone = microphone;
        this.listener = listener;
        sockets = new PageSockets(page, around.tls());
        network = new NetworkWatch(around.addresses(), this::networkChanged, NetworkWatch.PAUSE);
    }

    Lane lane() {
        return lane;
    }

    Page page() {
        return page;
    }

    Optional<VoiceFailure> broken() {
        return Optional.ofNullable(broken);
    }

    /// Starts the parts, once.
    void open() {
        if (opened.compareAndSet(false, true)) {
            begun = System.nanoTime();
            page.open(() -> lane.run(this::loaded), this::failed);
            lane.run(this::make);
        }
    }

    /// While the page loads.
    private void make() {
        try {
            media = new Media(lane, sound, microphone, page, listener);
            furnishOnce();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void loaded() {
        pageLoaded = true;
        furnishOnce();
    }

    private void furnishOnce() {
        var made = media;
        if (pageLoaded && made != null) {
            var codecs = made.codecs();
            FxThread.run(() -> {
                try {
                    furnish(codecs);
                } catch (RuntimeException e) {
                    failed(e);
                }
            });
        }
    }

    /// True once everything runs; throws where it never will.
    boolean await(Duration patience) throws InterruptedException {
        var done = ready.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        var why = broken;
        if (why != null) {
            throw why;
        }
        return done;
    }

    /// Where the simulator's signalling is; null for the carrier's own.
    void redirect(@Nullable URI to) {
        lane.run(() -> sockets.redirect(to));
    }

    /// A call runs from now on, or no more: tells levels, and finds new ways where the network changes.
    void watch(boolean on) {
        network.watch(on);
        lane.run(() -> {
            pulse.cancel();
            pulse = on ? lane.every(PULSE, this::measure) : Running.ENDED;
        });
    }

    /// What leads nowhere any more is left first, or new ways for sound would be told to nobody.
    private void networkChanged() {
        lane.run(() -> {
            sockets.ask();
            restartIceOnceAnswered(SIGNS);
        });
    }

    private void restartIceOnceAnswered(int looks) {
        if (looks > 0 && !sockets.haveAnswered()) {
            lane.later(SIGN, () -> restartIceOnceAnswered(looks - 1));
        } else {
            sockets.leaveSilent();
            page.call("restartIce", JsonNodeFactory.instance.objectNode());
        }
    }

    /// Breaks the signalling as a lost network does.
    void cut() {
        lane.run(sockets::cut);
    }

    /// Connections and tracks that exist now.
    int inUse() {
        var now = media;
        return microphone.size() + (now == null ? 0 : now.connections());
    }

    /// Lets the SDK say good-bye, then takes everything apart. Waits for it, but not on the FX thread: there the
    /// program's end does.
    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        network.close();
        page.call("end", JsonNodeFactory.instance.objectNode());
        var gone = new CountDownLatch(1);
        lane.later(FAREWELL, () -> takeApart(gone));
        if (Platform.isFxApplicationThread()) {
            ProgramEnd.waitFor(gone, LAST_WORD);
        } else {
            await(gone);
        }
    }

    private static void await(CountDownLatch gone) {
        try {
            if (!gone.await(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The voice device ends in its own time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeApart(CountDownLatch gone) {
        try {
            pulse.cancel();
            page.close();
            sockets.end();
            var now = media;
            media = null;
            if (now != null) {
                now.end();
            }
            sound.close();
        } finally {
            gone.countDown();
            lane.stop();
        }
    }

    private void furnish(ArrayNode codecs) {
        Shim.PARTS.forEach(part -> page.run(Shim.part(part)));
        page.run("trunkline.parts.codecs = " + codecs);
        page.run(Shim.sdk());
        page.run(Shim.device());
        LOG.info("Voice is ready after {} ms", (System.nanoTime() - begun) / 1_000_000);
        ready.countDown();
    }

    private void failed(Throwable why) {
        LOG.warn("There is no voice on this computer", why);
        broken = why instanceof VoiceFailure failure ? failure : new VoiceFailure(sentence(why), why);
        ready.countDown();
    }

    /// The engine's native half links the sound server's library; most often that is what lacks.
    private static String sentence(Throwable why) {
        var text = String.valueOf(why.getMessage());
        if (text.contains("libpulse")) {
            return "Voice needs the library libpulse0, which is not installed on this computer";
        }
        return why instanceof LinkageError
                ? "A library that voice needs is missing on this computer: " + text
                : "Voice could not start: " + text;
    }

    private void asked(Question question) {
        lane.run(() -> take(question));
    }

    private void take(Question question) {
        try {
            if (!done(question)) {
                page.bad(question.id(), "Nobody does " + question.op() + " to " + question.target());
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("The page asked for {} in vain", question.op(), e);
            page.bad(question.id(), String.valueOf(e.getMessage()));
        }
    }

    private boolean done(Question question) {
        switch (question.op()) {
            case "phone" -> listener.phone(question.value());
            case "microphone" -> {
                renewOnceStale();
                return take(question, media);
            }
            case "sound" -> LOG.debug("The SDK would play {}", question.value());
            default -> {
                return sockets.take(question) || take(question, media);
            }
        }
        return true;
    }

    private static boolean take(Question question, @Nullable Media now) {
        return now != null && now.take(question);
    }

    /// A call begins, and nothing is left of the one before, or only its silence.
    private void renewOnceStale() {
        var old = media;
        if (old != null && sound.isStale()) {
            LOG.info("The computer's sound has gone or come: the media engine is made anew");
            media = null;
            old.end();
            try {
                media = new Media(lane, sound, microphone, page, listener);
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
    }

    private void measure() {
        var now = media;
        if (now != null) {
            now.talking()
                    .ifPresent(peer -> peer.connection().getStats(report -> {
                        var levels = StatsRows.levels(report);
                        lane.run(() -> {
                            page.levels(levels.spoken(), levels.heard());
                            listener.levels(levels.spoken(), levels.heard());
                        });
                    }));
        }
    }
}
