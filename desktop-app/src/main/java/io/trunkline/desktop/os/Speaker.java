package io.trunkline.desktop.os;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One output kept open and fed with silence while nothing is to be heard, so that the first moment of a ring is not
/// swallowed by a device that wakes up. What fails is opened again: the chosen device, or else the system's choice.
///
/// [#run()] belongs to one thread; everything else may be called from any.
final class Speaker {
    /// A sound, whether it begins anew at its end, and what is called when its first samples are on their way.
    static final class Sound {
        final byte[] samples;
        final boolean again;
        final Runnable begun;

        Sound(byte[] samples, boolean again, Runnable begun) {
            this.samples = samples;
            this.again = again;
            this.begun = begun;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final Duration BREATH = Duration.ofMillis(250);

    private final Outputs outputs;
    private final Consumer<Audible> told;
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore nudges = new Semaphore(0);
    private final byte[] silence = new byte[Playback.CHUNK];
    private String device = "";
    private boolean silenced;
    private boolean closed;
    private @Nullable Sound wanted;

    /// `told` hears of each change from the thread of [#run()].
    Speaker(Outputs outputs, Consumer<Audible> told) {
        this.outputs = outputs;
        this.told = told;
    }

    void use(String name) {
        change(() -> device = name);
    }

    /// A silenced speaker holds no device.
    void silence(boolean on) {
        change(() -> silenced = on);
    }

    void play(Sound sound) {
        change(() -> wanted = sound);
    }

    void stop() {
        change(() -> wanted = null);
    }

    /// Ends [#run()]; an interrupt alone may be lost in the sound system.
    void close() {
        change(() -> closed = true);
    }

    void run() throws InterruptedException {
        while (!get(() -> closed)) {
            nudges.drainPermits();
            if (get(() -> silenced)) {
                told.accept(new Audible.Silenced());
                pause(LOOK_AGAIN);
            } else {
                open(get(() -> device));
            }
        }
    }

    private void open(String name) throws InterruptedException {
        try (var output = outputs.open(name)) {
            told.accept(new Audible.Ready(name));
            feed(output, name, false);
        } catch (LineUnavailableException e) {
            LOG.info("The output \"{}\" cannot be opened: {}", name, e.getMessage());
            if (name.isEmpty()) {
                unheard();
            } else {
                fallBack(name);
            }
        }
    }

    private void fallBack(String missing) throws InterruptedException {
        try (var output = outputs.open("")) {
            told.accept(new Audible.FellBack(missing));
            feed(output, missing, true);
        } catch (LineUnavailableException e) {
            LOG.info("The system's own output cannot be opened: {}", e.getMessage());
            unheard();
        }
    }

    private void unheard() throws InterruptedException {
        told.accept(new Audible.Unheard());
        pause(LOOK_AGAIN);
    }

    /// Until something else is wanted, the device fails, or the one that was missing is there again.
    private void feed(Outputs.Output output, String name, boolean fallen) throws InterruptedException {
        @Nullable Playback playback = null;
        var look = System.nanoTime() + LOOK_AGAIN.toNanos();
        while (get(() -> !closed && !silenced && name.equals(device))) {
            playback = next(output, playback);
            if (!(playback == null ? output.write(silence, 0, silence.length) : playback.write(output))) {
                pause(BREATH);
                return;
            }
            if (System.nanoTime() - look > 0) {
                look = System.nanoTime() + LOOK_AGAIN.toNanos();
                if (!name.isEmpty() && outputs.names().contains(name) == fallen) {
                    return;
                }
            }
        }
    }

    /// What is heard next. What is no longer wanted is not heard to its end.
    private @Nullable Playback next(Outputs.Output output, @Nullable Playback before) {
        lock.lock();
        try {
            var now = wanted;
            if (now != null && before != null && before.of(now)) {
                if (!before.isOver()) {
                    return before;
                }
                wanted = null;
                return null;
            }
            if (before != null) {
                output.drop();
            }
            return now == null ? null : new Playback(now);
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable how) {
        lock.lock();
        try {
            how.run();
            nudges.release();
        } finally {
            lock.unlock();
        }
    }

    private <T> T get(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }

    /// Until something changes, or this long.
    private void pause(Duration longest) throws InterruptedException {
        var _ = nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
