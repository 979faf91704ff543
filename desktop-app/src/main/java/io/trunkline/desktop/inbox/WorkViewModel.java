package io.trunkline.desktop.inbox;

import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.session.Talk;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.message.MessageThread;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the agent works on, calls first, then in the order it was taken; nothing jumps when a text arrives.
final class WorkViewModel {
    private final Session session;
    private final ObservableList<WorkItem> items = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper idle = new ReadOnlyBooleanWrapper(true);
    private final MapChangeListener<ReservationId, Reservation> reservations = _ -> refresh();
    private final MapChangeListener<ThreadId, MessageThread> threads = _ -> refresh();

    WorkViewModel(Session session) {
        this.session = session;
    }

    void activate() {
        session.reservations().addListener(reservations);
        session.threads().addListener(threads);
        refresh();
    }

    void deactivate() {
        session.reservations().removeListener(reservations);
        session.threads().removeListener(threads);
    }

    ObservableList<WorkItem> items() {
        return items;
    }

    /// Nothing at hand and nothing offered.
    ReadOnlyBooleanProperty idle() {
        return idle.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable InteractionId> selected() {
        return session.selected();
    }

    private void refresh() {
        idle.set(session.reservations().isEmpty());
        var now = session.reservations().values().stream()
                .filter(each -> each.state() == ReservationState.ACCEPTED || each.state() == ReservationState.WRAPPING)
                .sorted(Comparator.comparing(Reservation::channel)
                        .thenComparing(Reservation::offeredAt)
                        .thenComparing(each -> each.id().value()))
                .map(this::item)
                .toList();
        if (!now.equals(items)) {
            items.setAll(now);
        }
    }

    private WorkItem item(Reservation of) {
        var thread = thread(of);
        var queue = of.queue();
        var line = thread.map(MessageThread::preview)
                .filter(preview -> !preview.isBlank())
                .orElse(queue == null ? "" : queue.name());
        var until = of.state() == ReservationState.WRAPPING ? of.wrapUpUntil() : null;
        return new WorkItem(
                of.interaction(),
                of.channel(),
                of.state(),
                Numbers.shown(of.contact().name()),
                line,
                thread.map(MessageThread::unread).orElse(0),
                until == null ? Talk.since(of) : until,
                until != null);
    }

    private Optional<MessageThread> thread(Reservation of) {
        return session.threads().values().stream()
                .filter(each -> of.interaction().equals(each.interaction()))
                .findFirst();
    }
}
