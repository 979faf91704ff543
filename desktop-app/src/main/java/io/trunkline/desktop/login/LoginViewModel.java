package io.trunkline.desktop.login;

import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// State and actions of the sign-in page.
public final class LoginViewModel {
    /// What was used last, or was given on the command line.
    public record Known(String backend, String tenant, String email) {}

    private final LoginGateway gateway;
    private final Work work;
    private final BiConsumer<Known, Me> signedIn;
    private final StringProperty backend;
    private final StringProperty tenant;
    private final StringProperty email;
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private Running attempt = Running.ENDED;

    /// `signedIn` is told what to remember for the next time, and opens the desk.
    public LoginViewModel(LoginGateway gateway, Work work, Known known, BiConsumer<Known, Me> signedIn) {
        this.gateway = gateway;
        this.work = work;
        this.signedIn = signedIn;
        backend = new SimpleStringProperty(known.backend());
        tenant = new SimpleStringProperty(known.tenant());
        email = new SimpleStringProperty(known.email());
    }

    StringProperty backend() {
        return backend;
    }

    StringProperty tenant() {
        return tenant;
    }

    StringProperty email() {
        return email;
    }

    public StringProperty password() {
        return password;
    }

    public ReadOnlyBooleanProperty trying() {
        return trying.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> trouble() {
        return trouble.getReadOnlyProperty();
    }

    BooleanBinding ready() {
        return Bindings.createBooleanBinding(
                () -> !trying.get()
                        && !tenant.get().isBlank()
                        && !email.get().isBlank()
                        && !password.get().isEmpty(),
                trying,
                tenant,
                email,
                password);
    }

    /// Tries once; the password stays in the field so that one wrong letter need not be typed all anew.
    public void signIn() {
        var address = address(backend.get());
        if (address.isEmpty()) {
            trouble.set(new Trouble(Text.of("login.address.wrong"), Text.of("login.address.next")));
            return;
        }
        trying.set(true);
        trouble.set(null);
        var who = new SignIn(tenant.get().strip(), email.get().strip(), password.get());
        attempt = work.run(() -> gateway.signIn(address.get(), who), this::show, _ -> show(new Attempt.Unreachable()));
    }

    /// Says why the page is shown: a session that ended, or a sign-in at start that failed.
    public void explain(Trouble why) {
        trouble.set(why);
    }

    void cancel() {
        attempt.cancel();
        trying.set(false);
    }

    private void show(Attempt outcome) {
        trying.set(false);
        switch (outcome) {
            case Attempt.Opened(var me) -> {
                password.set("");
                signedIn.accept(known(), me);
            }
            case Attempt.Wrong _ ->
                trouble.set(new Trouble(Text.of("login.wrong.happened"), Text.of("login.wrong.next")));
            case Attempt.Locked(var wait) -> trouble.set(new Trouble(Text.of("login.locked.happened"), next(wait)));
            case Attempt.Unreachable _ ->
                trouble.set(new Trouble(
                        Text.of("login.unreachable.happened", backend.get().strip()),
                        Text.of("login.unreachable.next")));
        }
    }

    private Known known() {
        return new Known(
                backend.get().strip(), tenant.get().strip(), email.get().strip());
    }

    private static String next(Optional<Duration> wait) {
        return wait.map(left -> Text.of("login.locked.wait", Times.inWords(left)))
                .orElseGet(() -> Text.of("login.locked.next"));
    }

    /// An address of the web with a host, or nothing.
    private static Optional<URI> address(String text) {
        try {
            var uri = URI.create(text.strip());
            var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
