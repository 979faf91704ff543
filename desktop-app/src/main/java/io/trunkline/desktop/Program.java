package io.trunkline.desktop;

import io.trunkline.desktop.kit.control.Skeleton;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.login.LoginView;
import io.trunkline.desktop.login.LoginViewModel;
import io.trunkline.desktop.login.LoginViewModel.Known;
import io.trunkline.model.identity.Me;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// From start to end: the sign-in page, the desk of whoever signed in, and the sign-in page again.
final class Program implements AutoCloseable {
    private final Options options;
    private final Surroundings around;
    private final Entrance entrance;
    private final Optional<Tour> tour;
    private Optional<Wiring> desk = Optional.empty();
    private Subscription page = Subscription.EMPTY;

    Program(Options options, Surroundings around) {
        this.options = options;
        this.around = around;
        entrance = new Entrance(around.folder(), around.clock());
        tour = options.tour().map(folder -> new Tour(folder, around.window().scene(), around.work()));
        // nobody listens where there is no display: an offer that is shown is all there can be
        around.settings().now().subscribe(now -> around.sounds().volume(options.headless() ? 0 : now.volume()));
    }

    /// Signs in with what was given, goes on with the last session, or asks.
    void begin() throws IOException {
        var password = options.password();
        var known = known();
        if (password.isPresent()) {
            var model = ask(Optional.empty());
            model.password().set(password.get());
            tour.ifPresentOrElse(each -> begin(each, model), model::signIn);
        } else if (options.email().isPresent()) {
            ask(Optional.empty());
        } else {
            around.window().show(new StackPane(new Skeleton(6)));
            around.work()
                    .run(
                            () -> entrance.resume(URI.create(known.backend())),
                            me -> me.ifPresentOrElse(this::open, () -> ask(Optional.empty())),
                            _ -> ask(Optional.of(new Trouble(
                                    Text.of("login.unreachable.happened", known.backend()),
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
        around.window().remember();
        desk.ifPresent(Wiring::close);
        entrance.close();
        around.sounds().close();
        around.notices().close();
        around.work().close();
    }

    private LoginViewModel ask(Optional<Trouble> why) {
        var model = new LoginViewModel(entrance, around.work(), known(), this::signedIn);
        why.ifPresent(model::explain);
        around.window().titled("");
        page.unsubscribe();
        page = Text.locale().subscribe(_ -> around.window().show(new LoginView(model)));
        return model;
    }

    private Known known() {
        var kept = around.settings().now().get();
        return new Known(
                options.backend().orElse(kept.backend()),
                options.tenant().orElse(kept.tenant()),
                options.email().orElse(kept.email()));
    }

    private void signedIn(Known known, Me me) {
        around.settings().change(before -> before.signedIn(known.backend(), known.tenant(), known.email()));
        open(me);
    }

    private void open(Me me) {
        page.unsubscribe();
        around.window().titled(me.name());
        var wiring = new Wiring(around, entrance.rest(), known().backend(), me, attended(), this::leave);
        desk = Optional.of(wiring);
        wiring.open();
        options.view().ifPresent(wiring::go);
        tour.ifPresent(each -> {
            wiring.stops(each);
            each.run(Platform::exit);
        });
    }

    private boolean attended() {
        return !options.headless() && tour.isEmpty();
    }

    /// `why` is empty where the agent wanted to.
    private void leave(String why) {
        desk.ifPresent(Wiring::close);
        desk = Optional.empty();
        around.work()
                .run(
                        () -> {
                            entrance.signOut();
                            return why;
                        },
                        _ -> {},
                        _ -> {});
        ask(why.isEmpty() ? Optional.empty() : Optional.of(new Trouble(why, Text.of("login.page.again"))));
    }
}
