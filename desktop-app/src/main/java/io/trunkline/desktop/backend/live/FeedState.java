package io.trunkline.desktop.backend.live;

import io.trunkline.model.live.DeskSnapshot;
import io.trunkline.model.live.LiveFrame;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Which number was seen last, and so what is new and what is a repeat. Pure, for one thread at a time.
final class FeedState {
    private final Consumer<LiveSignal> sink;
    private OptionalLong seen = OptionalLong.empty();
    private boolean beginsNow;

    FeedState(Consumer<LiveSignal> sink) {
        this.sink = sink;
    }

    /// Where to go on; empty while the snapshot has to be loaded first.
    OptionalLong since() {
        return seen;
    }

    void loaded(DeskSnapshot desk) {
        seen = OptionalLong.of(desk.seq());
        sink.accept(new LiveSignal.Loaded(desk));
    }

    /// There is no snapshot: what was before the next [LiveFrame.CaughtUp] is not told.
    void begins() {
        beginsNow = true;
    }

    /// False when the snapshot must be loaded before anything else is read.
    boolean take(LiveFrame frame) {
        return switch (frame) {
            case LiveFrame.Event event -> {
                if (isNew(event.seq())) {
                    sink.accept(new LiveSignal.Happened(event.seq(), event.at(), event.event()));
                }
                yield true;
            }
            case LiveFrame.CaughtUp upTo -> {
                isNew(upTo.seq());
                if (beginsNow) {
                    beginsNow = false;
                    sink.accept(new LiveSignal.Anew());
                }
                sink.accept(new LiveSignal.CaughtUp(upTo.seq()));
                yield true;
            }
            case LiveFrame.Mark mark -> {
                isNew(mark.seq());
                yield true;
            }
            case LiveFrame.Figures figures -> {
                sink.accept(new LiveSignal.Figures(figures.queues()));
                yield true;
            }
            case LiveFrame.Resync _ -> {
                seen = OptionalLong.empty();
                yield false;
            }
        };
    }

    private boolean isNew(long seq) {
        if (seen.isPresent() && seq <= seen.getAsLong()) {
            return false;
        }
        seen = OptionalLong.of(seq);
        return true;
    }
}
