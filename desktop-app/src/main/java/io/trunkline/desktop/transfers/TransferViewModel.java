package io.trunkline.desktop.transfers;

import io.trunkline.desktop.kit.control.Condition;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.call.TargetKind;
import io.trunkline.model.call.Transfer;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Chooses where the running call goes. Queues carry their live counts; agents who are free stand first.
final class TransferViewModel {
    private final Session session;
    private final TransfersGateway gateway;
    private final Work work;
    private final Ticker ticker;
    private final Numbers numbers;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<TargetKind> kind = new SimpleObjectProperty<>(TargetKind.QUEUE);
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Condition> condition = new ReadOnlyObjectWrapper<>(new Condition.Loading());
    private final ReadOnlyObjectWrapper<@Nullable Trouble> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper transferring = new ReadOnlyBooleanWrapper();
    private final List<QueueFigures> queues = new ArrayList<>();
    private final List<Presence> agents = new ArrayList<>();
    private final MapChangeListener<Object, Object> changes = _ -> renew();
    private final MapChangeListener<Object, Object> calls = _ -> closeWithoutCall();
    private Running loading = Running.ENDED;
    private Subscription subscriptions = Subscription.EMPTY;

    TransferViewModel(Session session, TransfersGateway gateway, Work work, Ticker ticker, Numbers numbers) {
        this.session = session;
        this.gateway = gateway;
        this.work = work;
        this.ticker = ticker;
        this.numbers = numbers;
    }

    void activate() {
        session.figures().addListener(changes);
        session.agents().addListener(changes);
        session.reservations().addListener(calls);
        subscriptions =
                Subscription.combine(kind.subscribe(_ -> draw()), words.subscribe(_ -> draw()), open.subscribe(now -> {
                    if (now) {
                        opened();
                    }
                }));
    }

    void deactivate() {
        subscriptions.unsubscribe();
        session.figures().removeListener(changes);
        session.agents().removeListener(changes);
        session.reservations().removeListener(calls);
        loading.cancel();
    }

    /// Whether the choice is shown; closes by itself when the call is over.
    BooleanProperty open() {
        return open;
    }

    ObjectProperty<TargetKind> kind() {
        return kind;
    }

    /// What is sought, or the number to call.
    StringProperty words() {
        return words;
    }

    ObservableList<Target> targets() {
        return targets;
    }

    ReadOnlyObjectProperty<Condition> condition() {
        return condition.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Trouble> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty transferring() {
        return transferring.getReadOnlyProperty();
    }

    Ticker ticker() {
        return ticker;
    }

    /// The number as it would be called; empty while it cannot exist.
    Optional<Numbers.Checked> number() {
        return numbers.typed(words.get());
    }

    void toggle() {
        open.set(!open.get() && call().isPresent());
    }

    void load() {
        loading.cancel();
        condition.set(new Condition.Loading());
        loading = work.run(
                () -> new Loaded(gateway.queues(), gateway.agents()),
                this::loaded,
                e -> condition.set(new Condition.Failed(Failures.trouble("transfers.load.failed", e))));
    }

    void toNumber() {
        number().ifPresent(to -> transfer(TargetKind.NUMBER, to.e164()));
    }

    void to(Target target) {
        transfer(target.kind(), target.target());
    }

    private void transfer(TargetKind to, String target) {
        call().filter(_ -> !transferring.get()).ifPresent(interaction -> {
            transferring.set(true);
            problem.set(null);
            work.run(
                    "transfers.running.name",
                    () -> {
                        gateway.transfer(interaction, new Transfer(CommandIds.next(), to, target));
                        return target;
                    },
                    _ -> done(),
                    this::failed);
        });
    }

    private void done() {
        transferring.set(false);
        open.set(false);
    }

    private void failed(Exception e) {
        transferring.set(false);
        problem.set(Failures.trouble("transfers.failed.name", e));
    }

    private record Loaded(List<QueueFigures> queues, List<Presence> agents) {}

    private void opened() {
        words.set("");
        problem.set(null);
        load();
    }

    private void loaded(Loaded found) {
        queues.clear();
        queues.addAll(found.queues());
        agents.clear();
        agents.addAll(found.agents());
        draw();
    }

    private Optional<InteractionId> call() {
        return session.reservations().values().stream()
                .filter(each -> each.channel() == Channel.VOICE && each.state() == ReservationState.ACCEPTED)
                .map(Reservation::interaction)
                .findFirst();
    }

    private void closeWithoutCall() {
        if (call().isEmpty()) {
            open.set(false);
        }
    }

    private void draw() {
        show(wanted());
    }

    /// What is on the screen stays in its place, so that nothing moves under the pointer; what is new comes last.
    private void renew() {
        var now = wanted().stream()
                .collect(Collectors.toMap(Target::target, each -> each, (one, _) -> one, LinkedHashMap::new));
        var kept = targets.stream()
                .map(each -> now.remove(each.target()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        kept.addAll(now.values());
        show(kept);
    }

    private List<Target> wanted() {
        var all = switch (kind.get()) {
            case QUEUE -> queueTargets();
            case AGENT -> agentTargets();
            case NUMBER -> List.<Target>of();
        };
        return all.stream().filter(each -> each.matches(words.get())).toList();
    }

    private void show(List<Target> now) {
        targets.setAll(now);
        if (!(condition.get() instanceof Condition.Failed)) {
            condition.set(targets.isEmpty() ? new Condition.Empty() : new Condition.Filled());
        }
    }

    private List<Target> queueTargets() {
        return queues.stream()
                .map(each -> session.figures().getOrDefault(each.queue().id(), each))
                .sorted(Comparator.comparing(each -> each.queue().name()))
                .map(each ->
                        new Target(TargetKind.QUEUE, idOf(each), each.queue().name(), each, null))
                .toList();
    }

    private static String idOf(QueueFigures figures) {
        QueueId id = figures.queue().id();
        return id.toString();
    }

    private List<Target> agentTargets() {
        return agents.stream()
                .map(each -> session.agents().getOrDefault(each.agent().id(), each))
                .filter(each -> !each.agent().id().equals(session.me().id()))
                .filter(each -> each.state() != PresenceState.OFFLINE)
                .sorted(Comparator.comparing(Presence::state)
                        .thenComparing(each -> each.agent().name()))
                .map(each -> new Target(
                        TargetKind.AGENT,
                        each.agent().id().toString(),
                        each.agent().name(),
                        null,
                        each.state()))
                .toList();
    }
}
