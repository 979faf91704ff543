package io.trunkline.desktop;

import io.trunkline.desktop.backend.rest.Rest;
import io.trunkline.desktop.backend.rest.RestLiveSource;
import io.trunkline.desktop.backend.rest.RestWallboard;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.os.Awake;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.session.Watching;
import io.trunkline.desktop.wallboard.WallboardFeature;
import io.trunkline.model.identity.Me;
import java.util.Optional;
import javafx.util.Subscription;

/// A screen on a wall: the wallboard over all of it, and no way to anywhere else. It has no desk, no voice and nothing
/// to send, so that whoever may only watch can open it.
final class WallScreen implements Opened {
    private final Surroundings around;
    private final Watching watching;
    private final WallboardFeature wallboard;
    private Optional<Awake> awake = Optional.empty();
    private Subscription drawing = Subscription.EMPTY;

    WallScreen(Surroundings around, Rest rest, Me me, Ending ending) {
        this.around = around;
        var clock = rest.clock();
        var session = new Session(me, clock.instant());
        watching = new Watching(session, around.work(), clock, rest.liveAddress(), RestLiveSource.ofWall(rest));
        wallboard = new WallboardFeature(session, new RestWallboard(rest), around.work(), Ticker.onFx(clock));
        session.signedOut().subscribe(why -> {
            if (!why.isEmpty()) {
                ending.leave(why);
            }
        });
        session.outdated().subscribe(old -> {
            if (old) {
                ending.tooOld();
            }
        });
    }

    @Override
    public void open() {
        drawing = Text.locale().subscribe(_ -> around.window().show(WayOut.over(wallboard.wall())));
        awake = Optional.of(Awake.hold());
        wallboard.activate();
        watching.start();
    }

    @Override
    public void close() {
        awake.ifPresent(Awake::close);
        drawing.unsubscribe();
        wallboard.deactivate();
        watching.close();
    }
}
