package io.trunkline.desktop.softphone;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.call.TalkWay.Kind;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// How the agent talks: by this computer, or by a telephone or SIP address that is rung. Kept by the backend, since it
/// goes with the person; holds from the next call on.
final class TalkWayViewModel {
    private static final Pattern SIP = Pattern.compile("sips?:[^@\\s]+@[^@\\s]+");

    private final SoftphoneGateway gateway;
    private final Work work;
    private final Numbers numbers;
    private final ReadOnlyObjectWrapper<TalkWay> way = new ReadOnlyObjectWrapper<>(TalkWay.DEVICE);
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.DEVICE);
    private final StringProperty address = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final SimpleBooleanProperty saving = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> problem = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding canSave;

    TalkWayViewModel(SoftphoneGateway gateway, Work work, Numbers numbers) {
        this.gateway = gateway;
        this.work = work;
        this.numbers = numbers;
        canSave = Bindings.createBooleanBinding(
                () -> !saving.get()
                        && wanted().filter(now -> !now.equals(way.get())).isPresent(),
                saving,
                way,
                kind,
                address);
    }

    /// What holds now.
    ReadOnlyObjectProperty<TalkWay> way() {
        return way.getReadOnlyProperty();
    }

    /// Whether the backend has said; until then nobody joins a call, lest they come in by another way.
    ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    /// What is being chosen.
    ObjectProperty<Kind> kind() {
        return kind;
    }

    StringProperty address() {
        return address;
    }

    ReadOnlyObjectProperty<@Nullable Trouble> problem() {
        return problem.getReadOnlyProperty();
    }

    BooleanBinding canSave() {
        return canSave;
    }

    void load() {
        work.run(gateway::talkWay, this::become, e -> {
            problem.set(Failures.trouble("softphone.way.unknown", e));
            // a backend that answers and does not know has no other way
            known.set(known.get() || e instanceof BackendFailure.Refused);
        });
    }

    /// This computer needs no address and holds at once.
    void choose(Kind chosen) {
        kind.set(chosen);
        problem.set(null);
        if (chosen == Kind.DEVICE) {
            save();
        }
    }

    void save() {
        wanted().filter(_ -> canSave.get()).ifPresent(now -> {
            saving.set(true);
            problem.set(null);
            work.run(
                    () -> gateway.talkBy(now),
                    kept -> {
                        saving.set(false);
                        become(kept);
                    },
                    e -> {
                        saving.set(false);
                        problem.set(Failures.trouble("softphone.way.failed", e));
                    });
        });
    }

    /// What would be saved; empty while the address cannot exist.
    Optional<TalkWay> wanted() {
        var typed = address.get().strip();
        return switch (kind.get()) {
            case DEVICE -> Optional.of(TalkWay.DEVICE);
            case PHONE -> numbers.typed(typed).map(to -> new TalkWay(Kind.PHONE, to.e164()));
            case SIP -> SIP.matcher(typed).matches() ? Optional.of(new TalkWay(Kind.SIP, typed)) : Optional.empty();
        };
    }

    private void become(TalkWay now) {
        problem.set(null);
        way.set(now);
        known.set(true);
        kind.set(now.kind());
        var kept = Objects.requireNonNullElse(now.address(), "");
        address.set(now.kind() == Kind.PHONE ? Numbers.shown(kept) : kept);
    }
}
