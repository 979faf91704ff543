package io.trunkline.desktop.login;

import io.trunkline.desktop.backend.BackendAddress;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /// What cannot be changed here because IT has set it, and what IT has set wrongly.
    public record Fixed(boolean backend, boolean tenant, List<ManagedSettings.Wrong> wrong) {
        public static final Fixed NOTHING = new Fixed(false, false, List.of());

        public Fixed {
            wrong = List.copyOf(wrong);
        }
    }

    private final LoginGateway gateway;
    private final Work work;
    private final String backend;
    private final Fixed fixed;
    private final Ended ended;
    private final StringProperty tenant;
    private final StringProperty email;
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private Running attempt = Running.ENDED;

    /// How the page ends: who signed in, with what to remember for the next time, or a program that is too old.
    public interface Ended {
        void signedIn(Known known, Me me);

        void tooOld(String sentence);

        /// An own password has to be chosen; the one-time one goes along in memory only.
        void oneTime(Known known, SignIn who);
    }

    public LoginViewModel(LoginGateway gateway, Work work, Known known, Fixed fixed, Ended ended) {
        this.gateway = gateway;
        this.work = work;
        this.fixed = fixed;
        this.ended = ended;
        backend = known.backend();
        tenant = new SimpleStringProperty(known.tenant());
        email = new SimpleStringProperty(known.email());
    }

    /// Where one signs in.
    String backend() {
        return backend;
    }

    Fixed fixed() {
        return fixed;
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
        var address = BackendAddress.read(backend);
        if (address.isEmpty()) {
            trouble.set(new Trouble(Text.of("login.where.wrong.happened"), Text.of("login.where.wrong.next")));
            return;
        }
        trying.set(true);
        trouble.set(null);
        var who = who();
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
                ended.signedIn(known(), me);
            }
            case Attempt.Wrong _ ->
                trouble.set(new Trouble(Text.of("login.wrong.happened"), Text.of("login.wrong.next")));
            case Attempt.Locked(var wait) -> trouble.set(new Trouble(Text.of("login.locked.happened"), next(wait)));
            case Attempt.OneTime _ -> {
                var who = who();
                password.set("");
                ended.oneTime(known(), who);
            }
            case Attempt.NotTaken(var sentence) -> trouble.set(new Trouble(sentence, Text.of("login.page.again")));
            case Attempt.Over(var sentence) -> trouble.set(new Trouble(sentence, Text.of("login.page.again")));
            case Attempt.TooOld(var sentence) -> ended.tooOld(sentence);
            case Attempt.Obstructed(var obstacle) -> trouble.set(Obstacles.trouble(obstacle));
            case Attempt.Unreachable _ ->
                trouble.set(
                        new Trouble(Text.of("login.unreachable.happened", backend), Text.of("login.unreachable.next")));
        }
    }

    private Known known() {
        return new Known(backend, tenant.get().strip(), email.get().strip());
    }

    private SignIn who() {
        return new SignIn(tenant.get().strip(), email.get().strip(), password.get());
    }

    private static String next(Optional<Duration> wait) {
        return wait.map(left -> Text.of("login.locked.wait", Times.inWords(left)))
                .orElseGet(() -> Text.of("login.locked.next"));
    }
}
