package io.trunkline.desktop.wallboard.widget;

import io.trunkline.desktop.kit.text.Times;
import io.trunkline.model.queue.QueueFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of a queue's tile, the large one first.
///
/// Attention: somebody waits and nobody is free, or waits too long; a service level below eight in ten is soon, below
/// six in ten is now.
public final class WidgetCatalog {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration VERY_LONG = Duration.ofMinutes(3);
    private static final double GOOD = 0.8;
    private static final double BAD = 0.6;
    private static final String NONE = "–";

    public static final Widget LARGE = new Widget("wallboard.waiting.name", WidgetCatalog::waiting);

    public static final List<Widget> SMALL = List.of(
            new Widget("wallboard.longest.name", WidgetCatalog::longest),
            new Widget("wallboard.level.name", WidgetCatalog::level),
            new Widget("wallboard.available.name", WidgetCatalog::available),
            new Widget("wallboard.active.name", (queue, _) -> count(queue.active())),
            new Widget("wallboard.wrapping.name", (queue, _) -> count(queue.wrapping())),
            new Widget("wallboard.answered.name", (queue, _) -> count(queue.answered())),
            new Widget("wallboard.abandoned.name", (queue, _) -> count(queue.abandoned())),
            new Widget("wallboard.wait.name", (queue, _) -> seconds(queue.averageWaitSeconds())),
            new Widget("wallboard.handle.name", (queue, _) -> seconds(queue.averageHandleSeconds())));

    private WidgetCatalog() {}

    private static Reading waiting(QueueFigures queue, Instant now) {
        var longest = longest(queue, now).level();
        var level = queue.waiting() > 0 && queue.agentsAvailable() == 0 ? Level.SOON : Level.PLAIN;
        return new Reading(Integer.toString(queue.waiting()), longest.compareTo(level) > 0 ? longest : level);
    }

    private static Reading longest(QueueFigures queue, Instant now) {
        var since = queue.longestWaitingSince();
        if (since == null) {
            return Reading.plain(NONE);
        }
        var waited = Duration.between(since, now);
        var level =
                waited.compareTo(VERY_LONG) >= 0 ? Level.NOW : waited.compareTo(LONG) >= 0 ? Level.SOON : Level.PLAIN;
        return new Reading(Times.timer(waited), level);
    }

    private static Reading level(QueueFigures queue, Instant now) {
        var share = queue.serviceLevel();
        if (share == null) {
            return Reading.plain(NONE);
        }
        var level = share < BAD ? Level.NOW : share < GOOD ? Level.SOON : Level.FINE;
        return new Reading(Math.round(share * 100) + " %", level);
    }

    private static Reading available(QueueFigures queue, Instant now) {
        var level = queue.agentsAvailable() == 0 ? Level.SOON : Level.FINE;
        return new Reading(Integer.toString(queue.agentsAvailable()), level);
    }

    private static Reading count(long number) {
        return Reading.plain(Long.toString(number));
    }

    private static Reading seconds(@Nullable Double seconds) {
        return Reading.plain(seconds == null ? NONE : Times.timer(Duration.ofSeconds(Math.round(seconds))));
    }
}
