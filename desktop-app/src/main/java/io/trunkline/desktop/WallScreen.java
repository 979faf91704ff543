package io.trunkline.desktop;

import io.trunkline.desktop.backend.rest.Rest;
import io.trunkline.desktop.backend.rest.RestDelivery;
import io.trunkline.desktop.backend.rest.RestLiveSource;
import io.trunkline.desktop.backend.rest.RestWallboard;
import io.trunkline.desktop.cache.Cache;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.os.Awake;
import io.trunkline.desktop.session.Following;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.wallboard.WallboardFeature;
import io.trunkline.model.identity.Me;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// A screen on a wall: the wallboard over all of it, and no way to anywhere else.
final class WallScreen implements Opened {
    /// How long the key that ends it is told.
    private static final Duration TOLD = Duration.ofSeconds(8);

    private final Surroundings around;
    private final Cache cache;
    private final Following following;
    private final WallboardFeature wallboard;
    private final Ticker ticker;
    private final Instant end;
    private Optional<Awake> awake = Optional.empty();
    private Subscription drawing = Subscription.EMPTY;

    WallScreen(Surroundings around, Rest rest, Me me, Ending ending) {
        this.around = around;
        var clock = rest.clock();
        ticker = Ticker.onFx(clock);
        end = clock.instant().plus(TOLD);
        var session = new Session(me, clock.instant());
        cache = Cache.open(around.folder().file(me.id().toString()), clock);
        var outbox = new Outbox(cache.unsent(), new RestDelivery(rest), around.work(), ticker);
        following = new Following(
                session, outbox, cache.lastDesk(), around.work(), clock, rest.liveAddress(), new RestLiveSource(rest));
        wallboard = new WallboardFeature(session, new RestWallboard(rest), around.work(), ticker);
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
        drawing = Text.locale().subscribe(_ -> around.window().show(new StackPane(wallboard.wall(), wayOut())));
        awake = Optional.of(Awake.hold());
        wallboard.activate();
        following.start();
    }

    @Override
    public void close() {
        awake.ifPresent(Awake::close);
        drawing.unsubscribe();
        wallboard.deactivate();
        following.close();
        cache.close();
    }

    private Node wayOut() {
        var words = Type.BODY.of(Text.of("shell.kiosk.end"), "way-out");
        var box = new StackPane(words);
        box.setId("way-out");
        box.setMouseTransparent(true);
        box.setPickOnBounds(false);
        StackPane.setAlignment(words, Pos.BOTTOM_CENTER);
        box.getStylesheets().add(Theme.sheet(WallScreen.class, "kiosk.css"));
        WhileShown.tick(box, ticker, now -> box.setVisible(now.isBefore(end)));
        return box;
    }
}
