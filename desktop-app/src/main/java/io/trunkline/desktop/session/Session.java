package io.trunkline.desktop.session;

import io.trunkline.desktop.backend.live.LiveSignal;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.call.CallState;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.identity.Me;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.live.DeskSnapshot;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.message.MessageThread;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueFigures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The desk of one signed-in agent as the backend tells it. Read by every feature; written by the live feed alone,
/// but for [#selected()].
///
/// What an agent works on is what they hold a reservation for; interactions, calls and threads are looked up from it.
public final class Session {
    private final Me me;
    private final Listeners listeners = new Listeners();
    private final SessionEvents events;
    private final ReadOnlyObjectWrapper<Presence> presence;
    private final ReadOnlyObjectWrapper<Connection> connection;
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper signedOut = new ReadOnlyStringWrapper("");
    private final SimpleObjectProperty<@Nullable InteractionId> selected = new SimpleObjectProperty<>();
    private final ObservableMap<ReservationId, Reservation> reservations = FXCollections.observableHashMap();
    private final ObservableMap<InteractionId, Interaction> interactions = FXCollections.observableHashMap();
    private final ObservableMap<InteractionId, CallState> calls = FXCollections.observableHashMap();
    private final ObservableMap<ThreadId, MessageThread> threads = FXCollections.observableHashMap();
    private final ObservableMap<QueueId, QueueFigures> figures = FXCollections.observableHashMap();
    private final ObservableMap<AgentId, Presence> agents = FXCollections.observableHashMap();
    private final ObservableList<String> awayReasons = FXCollections.observableArrayList();
    private boolean told;

    public Session(Me me, Instant now) {
        this.me = me;
        this.presence = new ReadOnlyObjectWrapper<>(
                new Presence(new AgentRef(me.id(), me.name()), PresenceState.OFFLINE, null, now));
        this.connection = new ReadOnlyObjectWrapper<>(new Connection(Connection.State.CONNECTING, now));
        this.events = new SessionEvents(this);
    }

    public Me me() {
        return me;
    }

    public ReadOnlyObjectProperty<Presence> presence() {
        return presence.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Connection> connection() {
        return connection.getReadOnlyProperty();
    }

    /// Why the session ended at the backend; empty while it has not.
    public ReadOnlyStringProperty signedOut() {
        return signedOut.getReadOnlyProperty();
    }

    /// Whether the backend refuses this program for its age.
    public ReadOnlyBooleanProperty outdated() {
        return outdated.getReadOnlyProperty();
    }

    /// The interaction in the middle of the desk; null for none.
    public ObjectProperty<@Nullable InteractionId> selected() {
        return selected;
    }

    /// The agent's own, while offered, accepted or wrapping.
    public ObservableMap<ReservationId, Reservation> reservations() {
        return reservations;
    }

    public ObservableMap<InteractionId, Interaction> interactions() {
        return interactions;
    }

    public ObservableMap<InteractionId, CallState> calls() {
        return calls;
    }

    public ObservableMap<ThreadId, MessageThread> threads() {
        return threads;
    }

    public ObservableMap<QueueId, QueueFigures> figures() {
        return figures;
    }

    /// What other agents are doing, as far as this one is told.
    public ObservableMap<AgentId, Presence> agents() {
        return agents;
    }

    public ObservableList<String> awayReasons() {
        return awayReasons;
    }

    /// The agent's own reservation of an interaction.
    public Optional<Reservation> reservationOf(InteractionId interaction) {
        return reservations.values().stream()
                .filter(each -> each.interaction().equals(interaction))
                .findFirst();
    }

    /// Tells every event after the session has taken it, until the subscription ends.
    public Subscription listen(Consumer<LiveEvent> listener) {
        return listeners.add(listener);
    }

    /// What arrived since the last frame, in order.
    public void take(List<LiveSignal> signals, Instant now) {
        for (var signal : signals) {
            switch (signal) {
                case LiveSignal.Loaded(var desk) -> show(desk);
                case LiveSignal.Anew _ -> {
                    agents.clear();
                    listeners.reloaded();
                }
                case LiveSignal.Happened happened -> apply(happened.event());
                case LiveSignal.CaughtUp _ -> become(Connection.State.LIVE, now);
                case LiveSignal.Figures(var queues) ->
                    queues.forEach(each -> figures.put(each.queue().id(), each));
                case LiveSignal.Lost _ -> become(Connection.State.OFFLINE, now);
                case LiveSignal.SignedOut(var why) -> signedOut.set(why);
                case LiveSignal.Outdated _ -> {
                    become(Connection.State.OFFLINE, now);
                    outdated.set(true);
                }
            }
        }
    }

    /// Takes one event and tells the listeners.
    public void apply(LiveEvent event) {
        events.apply(event);
        listeners.tell(event);
    }

    /// Shows a desk kept from an earlier run until the backend tells the present one: good for reading, not for acting.
    /// One that is read later than the backend has told is old.
    public void recall(DeskSnapshot desk) {
        if (!told) {
            replace(desk);
        }
    }

    /// Shows a desk the backend told, in place of all that was known.
    public void show(DeskSnapshot desk) {
        told = true;
        replace(desk);
    }

    private void replace(DeskSnapshot desk) {
        presence.set(desk.presence());
        awayReasons.setAll(desk.awayReasons());
        Maps.become(interactions, desk.interactions(), Interaction::id);
        Maps.become(calls, desk.calls(), CallState::interaction);
        Maps.become(threads, desk.threads(), MessageThread::id);
        Maps.become(reservations, desk.reservations(), Reservation::id);
        events.reselect();
        listeners.reloaded();
    }

    /// Whether the backend itself has told the desk in this run; before, what is shown may be of an earlier one.
    public boolean told() {
        return told;
    }

    /// Calls back after each [#show] and [#recall], for views that loaded more than the desk holds.
    public Subscription onReload(Runnable reloaded) {
        return listeners.addReload(reloaded);
    }

    /// What is known now, to be kept for reading without the backend.
    public DeskSnapshot desk() {
        return new DeskSnapshot(
                0,
                presence.get(),
                List.copyOf(reservations.values()),
                List.copyOf(interactions.values()),
                List.copyOf(threads.values()),
                List.copyOf(calls.values()),
                List.copyOf(awayReasons));
    }

    void be(Presence now) {
        presence.set(now);
    }

    private void become(Connection.State state, Instant now) {
        if (connection.get().state() != state) {
            connection.set(new Connection(state, now));
        }
    }
}
