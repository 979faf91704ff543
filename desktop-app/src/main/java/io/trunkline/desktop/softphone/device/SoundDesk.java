package io.trunkline.desktop.softphone.device;

import io.trunkline.desktop.kit.work.Lane;
import io.trunkline.desktop.kit.work.Running;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is wished for, what is there, and what is used therefore. A look at the computer's sound may hang, so that it
/// has a lane of its own and nobody waits for it longer than a moment.
final class SoundDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SoundDesk.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PATIENCE = 4;
    private static final long FIRST_LOOK = 800;

    private final SoundPort port;
    private final Consumer<VoiceEvent> listener;
    private final SoundLink link;
    private final Lane lane = new Lane("voice-sound", e -> LOG.warn("The computer's sound failed at something", e));
    private final SoundTrials trials = new SoundTrials(lane, this::inUse, this::again);
    private final CountDownLatch looked = new CountDownLatch(1);
    private final Set<String> missed = new HashSet<>();
    private int failures;
    private Running soon = Running.ENDED;
    private volatile SoundChoice wanted = SoundChoice.SYSTEM;
    private volatile SoundChoice used = SoundChoice.SYSTEM;
    private volatile SoundPort.Found found = SoundPort.Found.NOTHING;

    SoundDesk(SoundPort port, Consumer<VoiceEvent> listener) {
        this.port = port;
        this.listener = listener;
        this.link = new SoundLink(port, listener);
    }

    void open() {
        lane.run(this::look);
        port.watch(() -> lane.run(this::lookSoon));
    }

    /// The engine was made; `live` is whether it found a sound system.
    void made(boolean live) {
        link.made(live);
    }

    /// Whether the engine, which had found a sound system or not, should be made anew.
    boolean isStale(boolean live) {
        return link.isStale(live);
    }

    SoundTrials trials() {
        return trials;
    }

    List<String> microphones() {
        return known().microphones();
    }

    List<String> speakers() {
        return known().speakers();
    }

    SoundChoice inUse() {
        return used;
    }

    void use(SoundChoice choice) {
        wanted = choice;
        lane.run(() -> {
            missed.clear();
            settle(true);
        });
    }

    /// Recording or playing has begun anew.
    void again() {
        lane.run(() -> port.put(used));
    }

    void close() {
        port.close();
        lane.close();
    }

    private SoundPort.Found known() {
        try {
            if (!looked.await(FIRST_LOOK, TimeUnit.MILLISECONDS)) {
                LOG.debug("The computer's sound has not answered yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    private void lookSoon() {
        soon.cancel();
        soon = lane.later(PAUSE, this::look);
    }

    /// A system that says nothing is asked again before its devices count as gone.
    private void look() {
        var said = port.look();
        if (said.isPresent()) {
            failures = 0;
            link.looked(true);
            take(said.get());
        } else if (++failures < PATIENCE) {
            soon.cancel();
            soon = lane.later(PAUSE.multipliedBy(failures * 5L), this::look);
        } else {
            link.looked(false);
            take(SoundPort.Found.NOTHING);
        }
    }

    private void take(SoundPort.Found now) {
        var first = looked.getCount() > 0;
        var changed = !now.equals(found);
        found = now;
        looked.countDown();
        if (changed) {
            listener.accept(new VoiceEvent.SoundChanged());
        }
        settle(first || changed);
    }

    private void settle(boolean always) {
        var before = used;
        used = new SoundChoice(
                there(wanted.microphone(), found.microphones()), there(wanted.speaker(), found.speakers()));
        if (always || !used.equals(before)) {
            port.put(used);
        }
    }

    /// Said once for each time it is missed.
    private String there(String name, List<String> among) {
        if (name.isEmpty() || looked.getCount() > 0) {
            return "";
        }
        if (among.contains(name)) {
            missed.remove(name);
            return name;
        }
        if (missed.add(name)) {
            listener.accept(new VoiceEvent.FellBack(name));
        }
        return "";
    }
}
