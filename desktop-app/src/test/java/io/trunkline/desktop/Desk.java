package io.trunkline.desktop;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.backend.live.LiveSignal;
import io.trunkline.desktop.cache.Cache;
import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.shell.Frame;
import io.trunkline.desktop.shell.Navigator;
import io.trunkline.desktop.shell.Part;
import io.trunkline.desktop.shell.Place;
import io.trunkline.desktop.shell.SessionPresence;
import io.trunkline.desktop.shell.Shell;
import io.trunkline.desktop.shell.Shortcuts;
import io.trunkline.model.CommandId;
import io.trunkline.model.live.DeskSnapshot;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The whole desk of one agent in a window without a display, over a [Floor].
final class Desk implements AutoCloseable {
    final Floor floor = new Floor();
    final ManualTicker ticker = new ManualTicker(Samples.NINE.plusSeconds(9));
    final Session session = new Session(Samples.me(), Samples.NINE);
    final Navigator navigator = new Navigator();
    final List<Pending> delivered = new ArrayList<>();
    private final Cache cache = Cache.inMemory(Clock.fixed(Samples.NINE, ZoneOffset.UTC));
    final Outbox outbox = new Outbox(cache.unsent(), this::deliver, new SameThreadWork(), ticker);
    final Features features = new Features(
            session,
            floor.gateways(),
            outbox,
            cache.drafts(),
            Samples.keptMute(),
            navigator,
            new SameThreadWork(),
            ticker);
    final Stage stage;
    private final Shell shell;

    Desk(Shade shade, double width, double height) {
        stage = Fx.on(() -> {
            Theme.wear(shade);
            var window = new Stage();
            window.setScene(Theme.dress(new Scene(new StackPane(), width, height)));
            return window;
        });
        shell = Fx.on(() -> {
            var shortcuts = new Shortcuts();
            features.addKeys(shortcuts);
            var opened = new Shell(
                    new Frame(
                            features.pages(),
                            features.callBar(),
                            features.callLives(),
                            features.search(),
                            Part.of(Region::new),
                            new SessionPresence(
                                    session,
                                    _ -> session.presence().get(),
                                    new SameThreadWork(),
                                    () -> new CommandId(UUID.randomUUID())),
                            session.connection().map(now -> now.live() ? null : now.since()),
                            navigator,
                            shortcuts,
                            new Activities(),
                            ticker),
                    stage.getScene());
            features.open(() -> true);
            opened.open();
            stage.show();
            return opened;
        });
    }

    /// Shows a desk as the backend would tell it.
    void tell(DeskSnapshot desk) {
        Fx.run(() -> {
            session.show(desk);
            session.take(List.of(new LiveSignal.CaughtUp(desk.seq())), ticker.now());
        });
    }

    void go(Place place) {
        Fx.run(() -> navigator.go(place));
    }

    Node find(String id) {
        return Fx.on(() -> {
            var found = stage.getScene().lookup("#" + id);
            if (found == null) {
                throw new AssertionError("There is no #" + id);
            }
            return found;
        });
    }

    void picture(String name) {
        Fx.picture(stage, "desk-" + name);
    }

    @Override
    public void close() {
        Fx.run(() -> {
            shell.close();
            features.close();
            stage.close();
        });
        cache.close();
    }

    private void deliver(Pending pending) {
        if (!floor.reachable) {
            throw new BackendFailure.Unreachable("away");
        }
        delivered.add(pending);
    }
}
