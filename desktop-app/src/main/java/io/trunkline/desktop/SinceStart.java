package io.trunkline.desktop;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log how long after the start of the process a page was there, for who waits for it or asks why it is
/// slow.
final class SinceStart {
    private static final Logger LOG = LoggerFactory.getLogger(SinceStart.class);

    private final Set<String> told = new HashSet<>();

    /// When the layout of what is shown now is done; of each page the first time only, since no start is waited for
    /// after that.
    void tellWhenDrawn(Scene scene) {
        var page = scene.getRoot().getClass().getSimpleName();
        if (!told.add(page)) {
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(start -> Duration.between(start, Clock.systemUTC().instant()))
                        .ifPresent(time -> LOG.info("{} is shown {} ms after the start", page, time.toMillis()));
            }
        });
    }
}
