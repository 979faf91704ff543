package io.trunkline.desktop.notes;

import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.DraftKeeper;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.interaction.Completion;
import io.trunkline.model.interaction.Disposition;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.interaction.NewNote;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Notes and the end of the chosen interaction. The backend owns the time left; whatever becomes of this program, what
/// was typed is kept.
final class WrapUpViewModel {
    private final Session session;
    private final TimelineViewModel timeline;
    private final NotesGateway gateway;
    private final Outbox outbox;
    private final DraftKeeper draft;
    private final Work work;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Reservation> reservation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> until = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> problem = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Disposition> disposition = new SimpleObjectProperty<>();
    private final ObservableList<Disposition> dispositions = FXCollections.observableArrayList();
    private final SimpleBooleanProperty required = new SimpleBooleanProperty();
    private final SimpleBooleanProperty known = new SimpleBooleanProperty();
    private final SimpleBooleanProperty completing = new SimpleBooleanProperty();
    private final SimpleObjectProperty<@Nullable Instant> savedAt = new SimpleObjectProperty<>();
    private final SimpleStringProperty savingNote = new SimpleStringProperty("");
    private final StringBinding obstacle;
    private final StringBinding saved;
    private final BooleanBinding canSave;
    private final MapChangeListener<ReservationId, Reservation> reservations = _ -> refresh();
    private final ListChangeListener<Outbox.Entry> sending = _ -> refused();
    private Subscription subscriptions = Subscription.EMPTY;

    WrapUpViewModel(
            Session session,
            TimelineViewModel timeline,
            NotesGateway gateway,
            Outbox outbox,
            DraftKeeper draft,
            Work work) {
        this.session = session;
        this.timeline = timeline;
        this.gateway = gateway;
        this.outbox = outbox;
        this.draft = draft;
        this.work = work;
        obstacle = Bindings.createStringBinding(
                this::findObstacle, required, disposition, completing, known, Text.locale());
        saved = Bindings.createStringBinding(
                this::tellSaved, draft.text(), draft.keptAt(), savedAt, savingNote, Text.locale());
        canSave = Bindings.createBooleanBinding(() -> !draft.text().get().isBlank(), draft.text());
    }

    void activate() {
        session.reservations().addListener(reservations);
        outbox.entries().addListener(sending);
        subscriptions = Subscription.combine(
                session.selected().subscribe(this::show),
                timeline.detail().subscribe(this::learn),
                outbox.onAcknowledged(this::acknowledged));
    }

    void deactivate() {
        draft.store();
        subscriptions.unsubscribe();
        outbox.entries().removeListener(sending);
        session.reservations().removeListener(reservations);
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// The agent's own of the chosen interaction; null for none.
    ReadOnlyObjectProperty<@Nullable Reservation> reservation() {
        return reservation.getReadOnlyProperty();
    }

    /// When the backend ends the wrap-up by itself; null while its clock does not run.
    ReadOnlyObjectProperty<@Nullable Instant> until() {
        return until.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Trouble> problem() {
        return problem.getReadOnlyProperty();
    }

    StringProperty draft() {
        return draft.text();
    }

    ObservableList<Disposition> dispositions() {
        return dispositions;
    }

    ObjectProperty<@Nullable Disposition> disposition() {
        return disposition;
    }

    /// Why it cannot be completed now; empty when it can.
    StringBinding obstacle() {
        return obstacle;
    }

    /// Whether what was typed is safe, and since when.
    StringBinding saved() {
        return saved;
    }

    BooleanBinding canSave() {
        return canSave;
    }

    /// Ends a written exchange; a call ends by hanging up.
    void finish() {
        tell(gateway::end, "notes.finish.failed");
    }

    void saveNote() {
        var chosen = session.selected().get();
        var text = draft.text().get();
        if (chosen == null || text.isBlank()) {
            return;
        }
        savingNote.set(text);
        outbox.send(new Pending.Note(chosen, new NewNote(CommandIds.next(), text.strip())), draft::clear, e -> {
            savingNote.set("");
            problem.set(Failures.trouble("notes.save.failed", Text.of("notes.save.kept"), e));
        });
    }

    void extend() {
        tell(gateway::extend, "notes.extend.failed");
    }

    private void tell(BiConsumer<InteractionId, Command> command, String failed) {
        var chosen = session.selected().get();
        if (chosen == null) {
            return;
        }
        work.run(
                () -> {
                    command.accept(chosen, CommandIds.command());
                    return chosen;
                },
                _ -> problem.set(null),
                e -> problem.set(Failures.trouble(failed, e)));
    }

    void complete() {
        var chosen = session.selected().get();
        if (chosen == null || !obstacle.get().isEmpty()) {
            return;
        }
        completing.set(true);
        problem.set(null);
        var outcome = disposition.get();
        var text = draft.text().get().strip();
        var completion =
                new Completion(CommandIds.next(), outcome == null ? null : outcome.id(), text.isEmpty() ? null : text);
        outbox.send(new Pending.Complete(chosen, completion), draft::clear, this::notStored);
    }

    private void notStored(Exception e) {
        completing.set(false);
        problem.set(Failures.trouble("notes.complete.failed", Text.of("notes.save.kept"), e));
    }

    private void show(@Nullable InteractionId chosen) {
        draft.open(chosen == null ? "" : "note:" + chosen);
        disposition.set(null);
        completing.set(false);
        savedAt.set(null);
        savingNote.set("");
        problem.set(null);
        refresh();
    }

    private void learn(@Nullable InteractionDetail detail) {
        known.set(detail != null);
        if (detail != null) {
            var chosen = disposition.get();
            dispositions.setAll(detail.dispositions());
            disposition.set(chosen);
            required.set(detail.dispositionRequired());
        }
    }

    private void refresh() {
        var mine = Optional.ofNullable(session.selected().get()).flatMap(session::reservationOf);
        reservation.set(mine.orElse(null));
        var wraps = mine.filter(each -> each.state() == ReservationState.WRAPPING);
        until.set(wraps.map(Reservation::wrapUpUntil).orElse(null));
        if (wraps.isPresent()) {
            phase.set(Phase.WRAPPING);
        } else {
            phase.set(mine.isEmpty() ? Phase.NONE : Phase.ACTIVE);
        }
    }

    private void acknowledged(Pending pending) {
        if (pending.target().equals(chosenTarget())) {
            savingNote.set("");
            savedAt.set(timeline.ticker().now());
        }
    }

    /// A completion that was refused gives its note back: to the agent who still looks at it, otherwise to the ledger.
    private void refused() {
        for (var each : List.copyOf(outbox.entries())) {
            if (each.state() == Outbox.State.REFUSED && each.pending() instanceof Pending.Complete complete) {
                outbox.discard(complete);
                giveBack(complete, each.sentence());
            }
        }
    }

    private void giveBack(Pending.Complete refused, String sentence) {
        var note = refused.completion().note();
        var stillHere = refused.target().equals(chosenTarget()) && phase.get() != Phase.NONE;
        if (stillHere) {
            completing.set(false);
            problem.set(new Trouble(Text.of("notes.complete.failed"), Text.of("notes.save.kept"), sentence));
            draft.text().set(note == null ? "" : note);
        } else if (note != null) {
            var again = new Pending.Note(refused.interaction(), new NewNote(CommandIds.next(), note));
            outbox.send(again, () -> {}, e -> problem.set(Failures.trouble("notes.save.failed", e)));
        }
    }

    private @Nullable UUID chosenTarget() {
        var chosen = session.selected().get();
        return chosen == null ? null : chosen.value();
    }

    private String findObstacle() {
        if (completing.get()) {
            return Text.of("notes.complete.sending");
        }
        if (!known.get()) {
            return Text.of("notes.complete.loading");
        }
        return required.get() && disposition.get() == null ? Text.of("notes.complete.disposition") : "";
    }

    private String tellSaved() {
        var at = draft.keptAt().get();
        if (!draft.text().get().isBlank()) {
            return at == null ? Text.of("notes.draft.typing") : Text.of("notes.draft.kept", clock(at));
        }
        if (!savingNote.get().isEmpty()) {
            return Text.of("notes.save.sending");
        }
        var done = savedAt.get();
        return done == null ? "" : Text.of("notes.save.done", clock(done));
    }

    private String clock(Instant at) {
        return Times.clock(at, timeline.zone());
    }
}
