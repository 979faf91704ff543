package io.trunkline.desktop.wallboard;

import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.work.Frames;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Connection;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.presence.SystemReason;
import io.trunkline.model.queue.QueueFigures;
import io.trunkline.model.queue.Wallboard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The queues by name with their figures as they are told, and the agents where the viewer may see them.
final class WallboardViewModel {
    private final Session session;
    private final WallboardGateway gateway;
    private final Work work;
    private final Ticker ticker;
    private final ObservableList<QueueFigures> queues = FXCollections.observableArrayList();
    private final ObservableList<Presence> agents = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Loading());
    private final ReadOnlyObjectWrapper<@Nullable Instant> asOf = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty full = new SimpleBooleanProperty();
    private final List<Presence> loadedAgents = new ArrayList<>();
    /// Two hundred changes in a second cost no more drawing than a second has frames.
    private final Frames<Object> redraw = Frames.onFx(_ -> draw());
    private final MapChangeListener<Object, Object> changes = redraw::offer;
    private Running loading = Running.ENDED;
    private Subscription subscriptions = Subscription.EMPTY;

    WallboardViewModel(Session session, WallboardGateway gateway, Work work, Ticker ticker) {
        this.session = session;
        this.gateway = gateway;
        this.work = work;
        this.ticker = ticker;
    }

    void activate() {
        session.figures().addListener(changes);
        session.agents().addListener(changes);
        subscriptions = Subscription.combine(
                session.onReload(this::load), session.connection().subscribe(_ -> draw()));
        load();
    }

    void deactivate() {
        subscriptions.unsubscribe();
        session.figures().removeListener(changes);
        session.agents().removeListener(changes);
        loading.cancel();
    }

    ObservableList<QueueFigures> queues() {
        return queues;
    }

    ObservableList<Presence> agents() {
        return agents;
    }

    ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    /// The moment of the youngest figures; null before there are any.
    ReadOnlyObjectProperty<@Nullable Instant> asOf() {
        return asOf.getReadOnlyProperty();
    }

    /// Figures for reading across a room.
    BooleanProperty full() {
        return full;
    }

    Ticker ticker() {
        return ticker;
    }

    private record Loaded(Wallboard wallboard, List<Presence> agents) {}

    void load() {
        loading.cancel();
        loading = work.run(
                () -> new Loaded(gateway.wallboard(), mayHear() ? gateway.agents() : List.of()),
                this::loaded,
                this::failed);
    }

    private boolean mayHear() {
        return session.me().permissions().contains(Permission.PRESENCE_READ);
    }

    private void loaded(Loaded found) {
        loadedAgents.clear();
        loadedAgents.addAll(found.agents());
        found.wallboard()
                .queues()
                .forEach(each -> session.figures().merge(each.queue().id(), each, WallboardViewModel::younger));
        draw();
    }

    private static QueueFigures younger(QueueFigures one, QueueFigures other) {
        return one.at().isAfter(other.at()) ? one : other;
    }

    private void failed(Exception e) {
        if (queues.isEmpty()) {
            condition.set(new Condition.Failed(Failures.trouble("wallboard.load.failed", e)));
        }
    }

    private void draw() {
        var now = session.figures().values().stream()
                .sorted(Comparator.comparing(each -> each.queue().name()))
                .toList();
        queues.setAll(now);
        agents.setAll(presences());
        asOf.set(now.stream()
                .map(QueueFigures::at)
                .max(Comparator.naturalOrder())
                .orElse(null));
        condition.set(condition(now));
    }

    private Condition condition(List<QueueFigures> now) {
        if (now.isEmpty()) {
            return condition.get() instanceof Condition.Failed failed ? failed : new Condition.Empty();
        }
        var connection = session.connection().get();
        return connection.state() == Connection.State.OFFLINE
                ? new Condition.Offline(connection.since())
                : new Condition.Filled();
    }

    /// Those whom the system sent away stand first, where a supervisor sees them.
    private static boolean isWell(Presence of) {
        return of.state() != PresenceState.AWAY || SystemReason.of(of.reason()).isEmpty();
    }

    private List<Presence> presences() {
        var known = new HashMap<Object, Presence>();
        if (mayHear()) {
            loadedAgents.forEach(each -> known.put(each.agent().id(), each));
            session.agents().forEach(known::put);
        }
        return known.values().stream()
                .filter(each -> each.state() != PresenceState.OFFLINE)
                .sorted(Comparator.comparing(WallboardViewModel::isWell)
                        .thenComparing(Presence::state)
                        .thenComparing(each -> each.agent().name()))
                .toList();
    }
}
