package io.trunkline.desktop.session;

import io.trunkline.desktop.cache.Drafts;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The text of one field that is never lost: kept on this computer half a second after typing pauses, and found again
/// by its subject. One at a time is stored, so that an older text never overwrites a newer one.
public final class DraftKeeper {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Drafts drafts;
    private final Work work;
    private final Ticker ticker;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Instant> keptAt = new ReadOnlyObjectWrapper<>();
    private String subject = "";
    private String kept = "";
    private boolean storing;
    private Subscription pause = Subscription.EMPTY;

    public DraftKeeper(Drafts drafts, Work work, Ticker ticker) {
        this.drafts = drafts;
        this.work = work;
        this.ticker = ticker;
        text.subscribe(_ -> changed());
    }

    public StringProperty text() {
        return text;
    }

    /// When the text as it stands was kept; null while it is not, and while there is none.
    public ReadOnlyObjectProperty<@Nullable Instant> keptAt() {
        return keptAt.getReadOnlyProperty();
    }

    /// Keeps what was typed and turns to another subject, or to none when it is empty.
    public void open(String next) {
        if (next.equals(subject)) {
            return;
        }
        leave();
        subject = "";
        text.set("");
        kept = "";
        keptAt.set(null);
        subject = next;
        if (!next.isEmpty()) {
            work.run(() -> drafts.of(next), found -> found(next, found), _ -> {});
        }
    }

    private void leave() {
        pause.unsubscribe();
        var of = subject;
        var now = text.get();
        if (!of.isEmpty() && !now.equals(kept)) {
            work.run(
                    () -> {
                        drafts.keep(of, now);
                        return now;
                    },
                    _ -> {},
                    _ -> {});
        }
    }

    /// The text was sent: nothing is left to keep.
    public void clear() {
        text.set("");
        store();
    }

    /// Keeps it now, without waiting for a pause.
    public void store() {
        pause.unsubscribe();
        if (storing || subject.isEmpty() || text.get().equals(kept)) {
            return;
        }
        storing = true;
        var of = subject;
        var now = text.get();
        work.run(
                () -> {
                    drafts.keep(of, now);
                    return now;
                },
                stored -> stored(of, stored),
                _ -> storing = false);
    }

    private void found(String of, Optional<String> draft) {
        if (of.equals(subject) && text.get().isEmpty() && draft.isPresent()) {
            kept = draft.get();
            text.set(kept);
            keptAt.set(ticker.now());
        }
    }

    private void stored(String of, String what) {
        storing = false;
        if (!of.equals(subject)) {
            return;
        }
        kept = what;
        if (text.get().equals(what)) {
            keptAt.set(what.isBlank() ? null : ticker.now());
        } else {
            changed();
        }
    }

    private void changed() {
        if (subject.isEmpty() || text.get().equals(kept)) {
            return;
        }
        keptAt.set(null);
        pause.unsubscribe();
        var then = ticker.now().plus(PAUSE);
        pause = ticker.every(now -> {
            if (!now.isBefore(then)) {
                store();
            }
        });
    }
}
