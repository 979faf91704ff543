package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;

/// The colleagues who can be called directly, those who are free first.
final class ColleaguesViewModel {
    private final Session session;
    private final SoftphoneGateway gateway;
    private final Work work;
    private final Ticker ticker;
    private final Consumer<AgentRef> call;
    private final ObservableList<Presence> colleagues = FXCollections.observableArrayList();
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Loading());
    private final MapChangeListener<Object, Object> changes = _ -> draw();
    private List<Presence> loaded = List.of();
    private Running loading = Running.ENDED;

    ColleaguesViewModel(Session session, SoftphoneGateway gateway, Work work, Ticker ticker, Consumer<AgentRef> call) {
        this.session = session;
        this.gateway = gateway;
        this.work = work;
        this.ticker = ticker;
        this.call = call;
        words.subscribe(_ -> draw());
    }

    /// While the list is seen.
    void activate() {
        session.agents().addListener(changes);
        words.set("");
        load();
    }

    void deactivate() {
        session.agents().removeListener(changes);
        loading.cancel();
    }

    ObservableList<Presence> colleagues() {
        return colleagues;
    }

    /// What is sought in their names.
    StringProperty words() {
        return words;
    }

    ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    Ticker ticker() {
        return ticker;
    }

    void load() {
        loading.cancel();
        condition.set(new Condition.Loading());
        loading = work.run(
                gateway::colleagues,
                found -> {
                    loaded = found;
                    draw();
                },
                e -> condition.set(new Condition.Failed(Failures.trouble("softphone.colleagues.failed", e))));
    }

    void call(Presence colleague) {
        call.accept(colleague.agent());
    }

    private void draw() {
        var sought = words.get().strip().toLowerCase(Locale.ROOT);
        colleagues.setAll(loaded.stream()
                .map(each -> session.agents().getOrDefault(each.agent().id(), each))
                .filter(each -> !each.agent().id().equals(session.me().id()))
                .filter(each -> each.state() != PresenceState.OFFLINE)
                .filter(each -> each.agent().name().toLowerCase(Locale.ROOT).contains(sought))
                .sorted(Comparator.comparing(Presence::state)
                        .thenComparing(each -> each.agent().name()))
                .toList());
        if (!(condition.get() instanceof Condition.Failed)) {
            condition.set(colleagues.isEmpty() ? new Condition.Empty() : new Condition.Filled());
        }
    }
}
