package io.trunkline.desktop;

import io.trunkline.desktop.kit.work.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log how long after the start of the process something was there, for who waits for it or asks why it is
/// slow.
final class SinceStart {
    private static final Logger LOG = LoggerFactory.getLogger(SinceStart.class);
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Path SELF = Path.of("/proc/self/stat");

    /// Where in a process's line its start stands, counted behind its name, and in what part of a second.
    private static final int STARTED = 19;

    private static final double TICKS = 100;

    private final Set<String> told = new HashSet<>();

    /// When what is shown now is drawn; of each page the first time only, since no start is waited for after that.
    void tellWhenDrawn(Scene scene) {
        var page = scene.getRoot().getClass().getSimpleName();
        if (told.add(page)) {
            whenLaidOut(scene, () -> tell(page + " is shown"));
        }
    }

    /// As well, and goes on with `then`.
    static void tellWhenDrawn(Scene scene, String what, Runnable then) {
        // the next pulse begins when the picture of this one is drawn
        whenLaidOut(scene, () -> {
            Platform.requestNextPulse();
            whenLaidOut(scene, () -> {
                tell(what);
                FxThread.later(then);
            });
        });
        Platform.requestNextPulse();
    }

    private static void whenLaidOut(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                then.run();
            }
        });
    }

    private static void tell(String what) {
        age().ifPresent(age -> LOG.info("{} {} ms after the start", what, age.toMillis()));
    }

    /// Of this process. On Linux Java knows its start to a second only.
    private static Optional<Duration> age() {
        if (Files.isReadable(UPTIME)) {
            try {
                var line = Files.readString(SELF);
                var started = line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[STARTED];
                var now = Files.readString(UPTIME).split(" ", -1)[0];
                return Optional.of(Duration.ofMillis(
                        Math.round((Double.parseDouble(now) - Double.parseDouble(started) / TICKS) * 1000)));
            } catch (IOException e) {
                LOG.debug("The system does not tell its age", e);
            }
        }
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Clock.systemUTC().instant()));
    }
}
