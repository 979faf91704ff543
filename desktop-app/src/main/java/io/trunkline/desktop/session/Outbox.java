package io.trunkline.desktop.session;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.cache.Unsent;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// Notes, texts and completions on their way: stored first, then sent in order until the backend acknowledges each.
///
/// One that is refused steps aside with the reason, so that the next can go; it stays until sent again or given up.
public final class Outbox {
    private static final Duration AGAIN = Duration.ofSeconds(3);

    public enum State {
        WAITING,
        REFUSED
    }

    /// `sentence` says why it was refused, or is empty.
    public record Entry(Pending pending, State state, String sentence) {}

    private final Unsent unsent;
    private final Delivery delivery;
    private final Work work;
    private final Ticker ticker;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final List<Consumer<Pending>> acknowledged = new ArrayList<>();
    private boolean sending;
    private Subscription patience = Subscription.EMPTY;

    public Outbox(Unsent unsent, Delivery delivery, Work work, Ticker ticker) {
        this.unsent = unsent;
        this.delivery = delivery;
        this.work = work;
        this.ticker = ticker;
    }

    /// Oldest first.
    public ObservableList<Entry> entries() {
        return entries;
    }

    /// Calls back once for each command the backend has acknowledged.
    public Subscription onAcknowledged(Consumer<Pending> listener) {
        acknowledged.add(listener);
        return () -> acknowledged.remove(listener);
    }

    /// Takes up what an earlier run left, and sends it.
    public void resume() {
        work.run(unsent::all, this::found, _ -> {});
    }

    /// Stores the command, calls `stored` (from then on nothing can lose it), then sends it. `failed` when even this
    /// computer cannot store it.
    public void send(Pending pending, Runnable stored, Consumer<Exception> failed) {
        entries.add(new Entry(pending, State.WAITING, ""));
        work.run(
                () -> {
                    unsent.add(pending);
                    return pending;
                },
                _ -> {
                    stored.run();
                    pump();
                },
                e -> {
                    entries.removeIf(each -> each.pending().equals(pending));
                    failed.accept(e);
                });
    }

    /// Sends what waits; called whenever the backend may answer again.
    public void pump() {
        var next = next();
        if (sending || next.isEmpty()) {
            return;
        }
        sending = true;
        var pending = next.get();
        work.run(() -> sent(pending), this::settled, e -> stopped(pending, e));
    }

    /// Sends a refused command once more.
    public void retry(Pending pending) {
        mark(pending, State.WAITING, "");
        pump();
    }

    /// Gives a refused command up.
    public void discard(Pending pending) {
        entries.removeIf(each -> each.pending().equals(pending));
        work.run(
                () -> {
                    unsent.remove(pending);
                    return pending;
                },
                _ -> {},
                _ -> {});
    }

    private Optional<Pending> next() {
        return entries.stream()
                .filter(each -> each.state() == State.WAITING)
                .map(Entry::pending)
                .findFirst();
    }

    private Pending sent(Pending pending) {
        delivery.deliver(pending);
        unsent.remove(pending);
        return pending;
    }

    private void settled(Pending pending) {
        sending = false;
        entries.removeIf(each -> each.pending().equals(pending));
        List.copyOf(acknowledged).forEach(each -> each.accept(pending));
        pump();
    }

    private void stopped(Pending pending, Exception e) {
        sending = false;
        if (e instanceof BackendFailure.Refused refused) {
            mark(pending, State.REFUSED, refused.sentence());
            pump();
        } else {
            pumpLater();
        }
    }

    private void pumpLater() {
        patience.unsubscribe();
        var then = ticker.now().plus(AGAIN);
        patience = ticker.every(now -> {
            if (now.isAfter(then)) {
                patience.unsubscribe();
                pump();
            }
        });
    }

    private void mark(Pending pending, State state, String sentence) {
        // One change of one row: whoever hears of it may take the row away at once.
        for (var at = 0; at < entries.size(); at++) {
            if (entries.get(at).pending().equals(pending)) {
                entries.set(at, new Entry(pending, state, sentence));
                return;
            }
        }
    }

    private void found(List<Pending> left) {
        var known = entries.stream().map(Entry::pending).toList();
        var older = left.stream().filter(each -> !known.contains(each));
        entries.addAll(0, older.map(each -> new Entry(each, State.WAITING, "")).toList());
        pump();
    }
}
