package io.trunkline.desktop;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.backend.rest.RestAddress;
import io.trunkline.desktop.kit.control.Skeleton;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.login.AddressView;
import io.trunkline.desktop.login.AddressViewModel;
import io.trunkline.desktop.login.LoginView;
import io.trunkline.desktop.login.LoginViewModel;
import io.trunkline.desktop.login.LoginViewModel.Known;
import io.trunkline.desktop.login.Obstacles;
import io.trunkline.desktop.login.OwnPasswordView;
import io.trunkline.desktop.login.OwnPasswordViewModel;
import io.trunkline.desktop.updates.TooOldView;
import io.trunkline.desktop.updates.TooOldViewModel;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.SignIn;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// From start to end: where the backend is, the sign-in page, the desk of whoever signed in, and the sign-in page
/// again.
final class Program implements LoginViewModel.Ended, OwnPasswordViewModel.Ended, Ending, AutoCloseable {
    /// How long a screen on a wall, which nobody helps, waits before it tries again.
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final Duration LATER = Duration.ofMinutes(10);

    private final Given given;
    private final Surroundings around;
    private final Entrance entrance;
    private final Optional<Tour> tour;
    private Optional<URI> chosen = Optional.empty();
    private Optional<Opened> open = Optional.empty();
    private Subscription page = Subscription.EMPTY;

    Program(Given given, Entrance entrance, Surroundings around) {
        this.given = given;
        this.entrance = entrance;
        this.around = around;
        tour = given.options()
                .tour()
                .map(folder -> new Tour(folder, around.window().scene(), around.work()));
        // nobody listens where there is no display: an offer that is shown is all there can be
        var silent = given.options().headless();
        around.settings().now().subscribe(now -> around.sounds().volume(silent ? 0 : now.volume()));
    }

    /// Signs in with what was given, goes on with the last session, or asks.
    void begin() throws IOException {
        var password = given.options().password();
        if (given.kiosk()) {
            around.window().fill(Platform::exit);
        }
        if (known().backend().isBlank()) {
            askWhere();
        } else if (password.isPresent()) {
            var model = ask(Optional.empty());
            model.password().set(password.get());
            tour.ifPresentOrElse(each -> begin(each, model), model::signIn);
        } else if (given.options().email().isPresent()) {
            ask(Optional.empty());
        } else {
            resume();
        }
    }

    private void resume() {
        page.unsubscribe();
        around.window().show(new StackPane(new Skeleton(6)));
        around.work()
                .run(
                        () -> entrance.resume(URI.create(known().backend())),
                        me -> me.ifPresentOrElse(this::open, () -> ask(Optional.empty())),
                        this::notResumed);
    }

    private void notResumed(Exception e) {
        if (e instanceof BackendFailure.Outdated) {
            tooOld();
        } else if (given.kiosk()) {
            around.work().later(AGAIN, this::resume);
        } else {
            ask(Optional.of(Obstacle.behind(e)
                    .map(Obstacles::trouble)
                    .orElseGet(() -> new Trouble(
                            Text.of("login.unreachable.happened", known().backend()),
                            Text.of("login.unreachable.next")))));
        }
    }

    /// A tour that cannot get in says why, in a picture and in its end.
    private static void begin(Tour tour, LoginViewModel model) {
        model.trouble().subscribe(why -> {
            if (why != null) {
                tour.giveUp("sign-in-failed", why.happened(), Platform::exit);
            }
        });
        tour.first("sign-in", model::signIn);
    }

    int exitCode() {
        return tour.map(each -> each.missed() ? 1 : 0).orElse(0);
    }

    @Override
    public void close() {
        page.unsubscribe();
        if (!given.kiosk()) {
            around.window().remember();
        }
        open.ifPresent(Opened::close);
        entrance.close();
        around.sounds().close();
        around.notices().close();
        around.work().close();
    }

    private void askWhere() {
        var model =
                new AddressViewModel(new RestAddress(around.trust()), around.work(), known().backend(), this::chosen);
        show("", () -> new AddressView(model));
    }

    private void chosen(URI address) {
        chosen = Optional.of(address);
        around.settings().change(before -> before.at(address.toString()));
        ask(Optional.empty());
    }

    private LoginViewModel ask(Optional<Trouble> why) {
        var model = new LoginViewModel(entrance, around.work(), known(), given.fixed(), this);
        why.ifPresent(model::explain);
        show("", () -> new LoginView(model, this::askWhere));
        return model;
    }

    /// A page, drawn anew when the language changes.
    private void show(String title, Supplier<Parent> drawn) {
        around.window().titled(title);
        page.unsubscribe();
        page = Text.locale()
                .subscribe(_ -> around.window().show(given.kiosk() ? WayOut.over(drawn.get()) : drawn.get()));
    }

    private Known known() {
        return given.known(around.settings().now().get(), chosen);
    }

    @Override
    public void signedIn(Known known, Me me) {
        around.settings().change(before -> before.signedIn(known.backend(), known.tenant(), known.email()));
        open(me);
    }

    @Override
    public void oneTime(Known known, SignIn who) {
        var model = new OwnPasswordViewModel(entrance, around.work(), known, who, this);
        show("", () -> new OwnPasswordView(model));
    }

    @Override
    public void over(String sentence) {
        ask(Optional.of(new Trouble(sentence, Text.of("login.page.again"))));
    }

    @Override
    public void tooOld(String sentence) {
        tooOld();
    }

    @Override
    public void tooOld() {
        shut();
        var gateway = entrance.updates(URI.create(known().backend()));
        var model = new TooOldViewModel(gateway, around.work(), ThisProgram.version(), around.browse(), this::resume);
        show("", () -> new TooOldView(model));
        if (given.kiosk()) {
            around.work().later(LATER, this::resume);
        }
    }

    private void open(Me me) {
        if (!given.kiosk() && !me.permissions().contains(Permission.DESK_USE)) {
            leave(Optional.of(new Trouble(Text.of("login.watcher.happened"), Text.of("login.watcher.next"))));
            return;
        }
        page.unsubscribe();
        around.window().titled(me.name());
        if (given.kiosk()) {
            open(new WallScreen(around, entrance.rest(), me, this));
        } else {
            var wiring = new Wiring(around, entrance.rest(), given, known().backend(), me, this);
            open(wiring);
            given.view().ifPresent(wiring::go);
            tour.ifPresent(each -> {
                wiring.stops(each);
                each.run(Platform::exit);
            });
        }
    }

    private void open(Opened next) {
        open = Optional.of(next);
        next.open();
    }

    private void shut() {
        open.ifPresent(Opened::close);
        open = Optional.empty();
    }

    @Override
    public void leave(String why) {
        leave(why.isEmpty() ? Optional.empty() : Optional.of(new Trouble(why, Text.of("login.page.again"))));
    }

    private void leave(Optional<Trouble> why) {
        shut();
        around.work()
                .run(
                        () -> {
                            entrance.signOut();
                            return why;
                        },
                        _ -> {},
                        _ -> {});
        ask(why);
    }
}
