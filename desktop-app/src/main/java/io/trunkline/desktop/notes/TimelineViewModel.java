package io.trunkline.desktop.notes;

import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.work.Refresher;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.interaction.Note;
import io.trunkline.model.live.CallEvent;
import io.trunkline.model.live.DirectCallEvent;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.MessageEvent;
import io.trunkline.model.live.NoteEvent;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.live.QueueEvent;
import io.trunkline.model.live.RecordingEvent;
import io.trunkline.model.live.ReservationEvent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What is known of the chosen interaction: its timeline and notes, those on their way included, newest at the end.
final class TimelineViewModel {
    private final Session session;
    private final NotesGateway gateway;
    private final Outbox outbox;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Empty());
    private final ReadOnlyObjectWrapper<@Nullable InteractionDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ListChangeListener<Outbox.Entry> sending = _ -> merge();
    private final List<Note> heard = new ArrayList<>();
    private final Refresher<InteractionDetail> refresher;
    private Subscription subscriptions = Subscription.EMPTY;

    TimelineViewModel(Session session, NotesGateway gateway, Outbox outbox, Work work, Ticker ticker) {
        this.session = session;
        this.gateway = gateway;
        this.outbox = outbox;
        this.ticker = ticker;
        this.refresher = new Refresher<>(work, this::loaded, this::failed);
    }

    void activate() {
        outbox.entries().addListener(sending);
        subscriptions = Subscription.combine(
                session.selected().subscribe(this::show), session.listen(this::happened), session.onReload(this::load));
    }

    void deactivate() {
        subscriptions.unsubscribe();
        outbox.entries().removeListener(sending);
        refresher.cancel();
    }

    ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    /// Null until it is loaded.
    ReadOnlyObjectProperty<@Nullable InteractionDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    Ticker ticker() {
        return ticker;
    }

    ZoneId zone() {
        return session.me().timeZone();
    }

    /// Loads again what could not be had.
    void load() {
        var chosen = session.selected().get();
        if (chosen != null) {
            refresher.ask(() -> gateway.detail(chosen));
        }
    }

    void retry(Entry.Unsent note) {
        outbox.retry(note.pending());
    }

    void discard(Entry.Unsent note) {
        outbox.discard(note.pending());
    }

    private void show(@Nullable InteractionId chosen) {
        refresher.cancel();
        detail.set(null);
        heard.clear();
        entries.clear();
        condition.set(chosen == null ? new Condition.Empty() : new Condition.Loading());
        load();
    }

    private void loaded(InteractionDetail found) {
        detail.set(found);
        condition.set(new Condition.Filled());
        merge();
    }

    private void failed(Exception e) {
        condition.set(
                detail.get() == null
                        ? new Condition.Failed(Failures.trouble("notes.load.failed", e))
                        : new Condition.Offline(session.connection().get().since()));
    }

    /// A note is shown as it comes; what else happened is read again.
    private void happened(LiveEvent event) {
        var chosen = session.selected().get();
        if (event instanceof NoteEvent.Added(var note) && note.interaction().equals(chosen)) {
            heard.add(note);
            merge();
        } else if (chosen != null && chosen.equals(about(event))) {
            load();
        }
    }

    private static @Nullable InteractionId about(LiveEvent event) {
        return switch (event) {
            case InteractionEvent of -> of.interaction().id();
            case ReservationEvent of -> of.reservation().interaction();
            case RecordingEvent.Stored(var recording) -> recording.interaction();
            case NoteEvent _, PresenceEvent _, CallEvent _, DirectCallEvent _ -> null;
            case MessageEvent _, QueueEvent _, LiveEvent.Unknown _ -> null;
        };
    }

    private void merge() {
        var all = new ArrayList<Entry>();
        var found = detail.get();
        var seen = new ArrayList<Note>();
        if (found != null) {
            found.timeline().stream()
                    .filter(each -> TimelineText.shows(each.kind()))
                    .forEach(each -> all.add(new Entry.Happened(each)));
            seen.addAll(found.notes());
        }
        heard.stream()
                .filter(note -> seen.stream().noneMatch(each -> each.id().equals(note.id())))
                .forEach(seen::add);
        seen.forEach(note -> all.add(new Entry.Written(note)));
        all.sort(Comparator.comparing(Entry::at));
        all.addAll(unsent());
        if (!all.equals(entries)) {
            entries.setAll(all);
        }
    }

    private List<Entry> unsent() {
        var found = new ArrayList<Entry>();
        for (var each : outbox.entries()) {
            if (each.pending() instanceof Pending.Note note
                    && note.interaction().equals(session.selected().get())) {
                found.add(new Entry.Unsent(note, each.sentence(), ticker.now()));
            }
        }
        return found;
    }
}
