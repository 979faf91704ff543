package io.trunkline.desktop.login;

import io.trunkline.desktop.backend.BackendAddress;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import io.trunkline.desktop.login.LoginViewModel.Known;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.SignIn;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// After a sign-in with a one-time password: choosing an own one. What is wrong is said while it is typed.
public final class OwnPasswordViewModel {
    static final int LEAST = 12;
    static final int MOST = 500;

    /// How the page ends.
    public interface Ended {
        void signedIn(Known known, Me me);

        void tooOld(String sentence);

        /// Back to signing in, for the reason that the sentence says.
        void over(String sentence);
    }

    private final LoginGateway gateway;
    private final Work work;
    private final Known known;
    private final SignIn who;
    private final Ended ended;
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();

    /// `who` signed in with the one-time password.
    public OwnPasswordViewModel(LoginGateway gateway, Work work, Known known, SignIn who, Ended ended) {
        this.gateway = gateway;
        this.work = work;
        this.known = known;
        this.who = who;
        this.ended = ended;
    }

    StringProperty password() {
        return password;
    }

    StringProperty again() {
        return again;
    }

    ReadOnlyBooleanProperty trying() {
        return trying.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Trouble> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// What to say below the first field: what is missing, or how strong it is.
    StringBinding verdict() {
        return Bindings.createStringBinding(() -> verdict(password.get()), password);
    }

    /// What to say below the second field; empty while it fits.
    StringBinding difference() {
        return Bindings.createStringBinding(
                () -> again.get().isEmpty() || password.get().startsWith(again.get())
                        ? ""
                        : Text.of("login.own.differ"),
                password,
                again);
    }

    BooleanBinding ready() {
        return Bindings.createBooleanBinding(
                () -> !trying.get()
                        && isAllowed(password.get())
                        && password.get().equals(again.get()),
                trying,
                password,
                again);
    }

    void choose() {
        var address = BackendAddress.read(known.backend());
        if (address.isEmpty() || !ready().get()) {
            return;
        }
        trying.set(true);
        trouble.set(null);
        var choice = new FirstPassword(who.tenant(), who.email(), who.password(), password.get());
        work.run(() -> gateway.choose(address.get(), choice), this::show, _ -> show(new Attempt.Unreachable()));
    }

    /// Gives it up; the one-time password stays good.
    void back() {
        ended.over(Text.of("login.own.sentence"));
    }

    private void show(Attempt outcome) {
        trying.set(false);
        switch (outcome) {
            case Attempt.Opened(var me) -> {
                password.set("");
                again.set("");
                ended.signedIn(known, me);
            }
            case Attempt.NotTaken(var sentence) -> trouble.set(new Trouble(sentence, Text.of("login.own.refused")));
            case Attempt.Over(var sentence) -> ended.over(sentence);
            case Attempt.Wrong _, Attempt.OneTime _ -> ended.over(Text.of("login.wrong.happened"));
            case Attempt.TooOld(var sentence) -> ended.tooOld(sentence);
            case Attempt.Locked(var left) ->
                trouble.set(new Trouble(
                        Text.of("login.locked.happened"),
                        left.map(wait -> Text.of("login.locked.wait", Times.inWords(wait)))
                                .orElseGet(() -> Text.of("login.locked.next"))));
            case Attempt.Obstructed(var obstacle) -> trouble.set(Obstacles.trouble(obstacle));
            case Attempt.Unreachable _ ->
                trouble.set(new Trouble(
                        Text.of("login.unreachable.happened", known.backend()), Text.of("login.unreachable.next")));
        }
    }

    private boolean isAllowed(String chosen) {
        return chosen.length() >= LEAST && chosen.length() <= MOST && !chosen.equals(who.password());
    }

    private String verdict(String chosen) {
        if (chosen.isEmpty()) {
            return Text.of("login.own.empty");
        }
        if (chosen.length() < LEAST) {
            return Text.count("login.own.missing", LEAST - chosen.length());
        }
        if (chosen.length() > MOST) {
            return Text.of("login.own.long");
        }
        if (chosen.equals(who.password())) {
            return Text.of("login.own.sameAsOneTime");
        }
        return switch (Strength.of(
                chosen, List.of(who.tenant(), who.email().replaceFirst("@.*", ""), who.password()))) {
            case WEAK -> Text.of("login.own.strength.weak");
            case FAIR -> Text.of("login.own.strength.fair");
            case STRONG -> Text.of("login.own.strength.strong");
        };
    }
}
