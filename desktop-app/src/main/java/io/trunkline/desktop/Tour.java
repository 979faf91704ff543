package io.trunkline.desktop;

import io.trunkline.desktop.kit.Picture;
import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.work.FxWork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes through the screens of the running centre and saves a picture of each, so that the product can be seen
/// without a display. Stops are added in order; each waits until what it shows is there.
public final class Tour {
    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration SETTLE = Duration.ofMillis(500);
    private static final int LOOKS = 240;

    private record Stop(String name, Runnable arrange, BooleanSupplier ready) {}

    private final Path folder;
    private final Scene scene;
    private final FxWork work;
    private final Deque<Stop> stops = new ArrayDeque<>();
    private int number;
    private boolean missed;

    Tour(Path folder, Scene scene, FxWork work) {
        this.folder = folder;
        this.scene = scene;
        this.work = work;
    }

    /// A screen that is there at once.
    public void stop(String name, Runnable arrange) {
        stop(name, arrange, () -> true);
    }

    /// A screen for which the tour waits up to a minute; the picture is taken in any case, and a tour that waited in
    /// vain ends as failed.
    public void stop(String name, Runnable arrange, BooleanSupplier ready) {
        stops.add(new Stop(name, arrange, ready));
    }

    /// A picture of what is shown already, before the stops; then goes on.
    void first(String name, Runnable then) {
        work.later(SETTLE, () -> {
            picture(name);
            then.run();
        });
    }

    /// A last picture; the tour ends as failed.
    void giveUp(String name, String why, Runnable ended) {
        missed = true;
        LOG.error("The tour ends: {}", why);
        first(name, ended);
    }

    /// Goes to all stops, then calls back.
    void run(Runnable ended) {
        var next = stops.poll();
        if (next == null) {
            ended.run();
            return;
        }
        next.arrange().run();
        await(next, LOOKS, ended);
    }

    boolean missed() {
        return missed;
    }

    private void await(Stop stop, int looks, Runnable ended) {
        if (looks == 0 || (stop.ready().getAsBoolean() && loaded())) {
            missed |= looks == 0;
            if (looks == 0) {
                LOG.warn("The tour waited in vain for {}", stop.name());
            }
            work.later(SETTLE, () -> {
                picture(stop.name());
                run(ended);
            });
            return;
        }
        work.later(LOOK, () -> await(stop, looks - 1, ended));
    }

    /// Nothing of what is shown is still on its way.
    private boolean loaded() {
        return scene.getRoot().lookupAll("." + ConditionPane.STYLE).stream()
                .noneMatch(each -> each instanceof ConditionPane pane
                        && pane.conditionProperty().get() instanceof Condition.Loading);
    }

    private void picture(String name) {
        var file = folder.resolve("%02d-%s.png".formatted(++number, name));
        try {
            Picture.save(scene, file);
            LOG.info("Saved {}", file);
        } catch (IOException e) {
            missed = true;
            LOG.error("The picture {} cannot be saved", file, e);
        }
    }
}
