package io.trunkline.desktop.softphone;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.Direction;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.Started;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.queue.QueueRef;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Calls a number that can exist, on behalf of a queue.
final class DialerViewModel {
    private final Session session;
    private final SoftphoneGateway gateway;
    private final Work work;
    private final Numbers numbers;
    private final Consumer<Started> began;
    private final ObservableList<QueueRef> queues;
    private final StringProperty number = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable QueueRef> queue = new SimpleObjectProperty<>();
    private final SimpleBooleanProperty calling = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> problem = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding canCall;
    /// The number called without a word whether the backend has heard it: the feed may tell.
    private Optional<String> unsure = Optional.empty();

    DialerViewModel(
            Session session,
            SoftphoneGateway gateway,
            Work work,
            Numbers numbers,
            ReadOnlyBooleanProperty callLives,
            Consumer<Started> began) {
        this.session = session;
        this.gateway = gateway;
        this.work = work;
        this.numbers = numbers;
        this.began = began;
        this.queues = FXCollections.observableArrayList(session.me().queues());
        queues.stream().findFirst().ifPresent(queue::set);
        canCall = Bindings.createBooleanBinding(
                () -> checked().isPresent() && !calling.get() && !callLives.get(), number, calling, callLives);
        session.reservations().addListener((MapChangeListener<ReservationId, Reservation>) _ -> takeHeard());
    }

    StringProperty number() {
        return number;
    }

    ObjectProperty<@Nullable QueueRef> queue() {
        return queue;
    }

    ObservableList<QueueRef> queues() {
        return queues;
    }

    ReadOnlyObjectProperty<@Nullable Trouble> problem() {
        return problem.getReadOnlyProperty();
    }

    BooleanBinding canCall() {
        return canCall;
    }

    /// The number as it would be dialled; empty while it cannot exist.
    Optional<Numbers.Checked> checked() {
        return numbers.typed(number.get());
    }

    void call() {
        checked().filter(_ -> canCall.get()).ifPresent(to -> {
            calling.set(true);
            problem.set(null);
            var chosen = queue.get();
            var call = new NewCall(CommandIds.next(), to.e164(), chosen == null ? null : chosen.id());
            work.run("softphone.dialer.calling", () -> gateway.call(call), this::begun, e -> failed(to.e164(), e));
        });
    }

    private void begun(Started started) {
        unsure = Optional.empty();
        calling.set(false);
        problem.set(null);
        number.set("");
        began.accept(started);
    }

    private void failed(String to, Exception e) {
        calling.set(false);
        problem.set(Failures.trouble("softphone.dialer.failed", e));
        if (!(e instanceof BackendFailure.Refused)) {
            unsure = Optional.of(to);
        }
        takeHeard();
    }

    /// What the backend has heard after all.
    private void takeHeard() {
        unsure.flatMap(this::heard).ifPresent(this::begun);
    }

    private Optional<Started> heard(String to) {
        return session.reservations().values().stream()
                .filter(each -> each.direction() == Direction.OUTBOUND
                        && each.state() == ReservationState.ACCEPTED
                        && to.equals(each.contact().address()))
                .map(each -> new Started(each.interaction(), each.id()))
                .findFirst();
    }
}
