package io.trunkline.desktop.login;

import io.trunkline.desktop.backend.BackendAddress;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.login.AddressGateway.Found;
import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Asks where the contact centre is, and looks whether it is there before anybody types a password.
public final class AddressViewModel {
    private final AddressGateway gateway;
    private final Work work;
    private final Consumer<URI> chosen;
    private final StringProperty address;
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unencrypted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private Running look = Running.ENDED;

    /// `chosen` is told the address once a backend has answered there.
    public AddressViewModel(AddressGateway gateway, Work work, String start, Consumer<URI> chosen) {
        this.gateway = gateway;
        this.work = work;
        this.chosen = chosen;
        address = new SimpleStringProperty(start);
        address.subscribe(() -> {
            unencrypted.set(false);
            trouble.set(null);
        });
    }

    public StringProperty address() {
        return address;
    }

    public ReadOnlyBooleanProperty trying() {
        return trying.getReadOnlyProperty();
    }

    /// Whether the backend is found, but what is typed there could be read on the way: trying again uses it anyway.
    public ReadOnlyBooleanProperty unencrypted() {
        return unencrypted.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> trouble() {
        return trouble.getReadOnlyProperty();
    }

    BooleanBinding ready() {
        return Bindings.createBooleanBinding(
                () -> !trying.get() && !address.get().isBlank(), trying, address);
    }

    public void look() {
        var read = BackendAddress.read(address.get());
        if (read.isEmpty()) {
            tell("login.where.wrong.happened", "login.where.wrong.next");
            return;
        }
        var warned = unencrypted.get();
        trying.set(true);
        trouble.set(null);
        look = work.run(
                () -> gateway.look(read.get()), found -> show(found, warned), _ -> show(new Found.Silence(), warned));
    }

    void cancel() {
        look.cancel();
        trying.set(false);
    }

    private void show(Found found, boolean warned) {
        trying.set(false);
        switch (found) {
            case Found.Centre(var there) -> {
                if (BackendAddress.readableOnTheWay(there) && !warned) {
                    unencrypted.set(true);
                    tell("login.where.unencrypted.happened", "login.where.unencrypted.next");
                } else {
                    chosen.accept(there);
                }
            }
            case Found.NotReady _ -> tell("login.where.notReady.happened", "login.where.notReady.next");
            case Found.CentreTooOld _ -> tell("login.where.centreOld.happened", "login.where.centreOld.next");
            case Found.ProgramTooOld(var needed, var page) ->
                trouble.set(new Trouble(
                        Text.of("login.where.programOld.happened", needed),
                        page.isEmpty()
                                ? Text.of("login.where.programOld.ask")
                                : Text.of("login.where.programOld.get", page)));
            case Found.SomethingElse _ -> tell("login.where.other.happened", "login.where.other.next");
            case Found.NoSuchHost _ -> tell("login.where.noHost.happened", "login.where.noHost.next");
            case Found.NothingListens _ -> tell("login.where.refused.happened", "login.where.refused.next");
            case Found.Silence _ -> tell("login.where.silence.happened", "login.where.silence.next");
            case Found.Obstructed(var obstacle) -> trouble.set(Obstacles.trouble(obstacle));
            case Found.NotEncrypted _ -> tell("login.where.plain.happened", "login.where.plain.next");
        }
    }

    private void tell(String happened, String next) {
        trouble.set(new Trouble(Text.of(happened), Text.of(next)));
    }
}
