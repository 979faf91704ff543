package io.trunkline.desktop;

import io.trunkline.desktop.backend.rest.Rest;
import io.trunkline.desktop.backend.rest.RestDelivery;
import io.trunkline.desktop.backend.rest.RestLiveSource;
import io.trunkline.desktop.backend.rest.RestPresence;
import io.trunkline.desktop.cache.Cache;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.ShadeChoice;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Connection;
import io.trunkline.desktop.session.Following;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.settings.About;
import io.trunkline.desktop.settings.SettingsFeature;
import io.trunkline.desktop.shell.Frame;
import io.trunkline.desktop.shell.Navigator;
import io.trunkline.desktop.shell.Place;
import io.trunkline.desktop.shell.SessionPresence;
import io.trunkline.desktop.shell.Shell;
import io.trunkline.desktop.shell.Shortcuts;
import io.trunkline.model.identity.Me;
import io.trunkline.model.presence.PresenceState;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// The wiring page: every feature of the desk of one signed-in agent, made and joined here and nowhere else.
final class Wiring implements AutoCloseable {
    private final Surroundings around;
    private final Session session;
    private final Cache cache;
    private final Following following;
    private final Navigator navigator = new Navigator();
    private final Announcer announcer;
    private final Features features;
    private final SessionPresence presence;
    private final Shell shell;
    private final boolean attended;
    private Subscription checking = Subscription.EMPTY;

    /// `attended` says whether somebody sits in front of it; `leave` is called with a reason when the session ended,
    /// and with none when the agent signs out.
    Wiring(Surroundings around, Rest rest, String backend, Me me, boolean attended, Consumer<String> leave) {
        this.around = around;
        this.attended = attended;
        var work = around.work();
        var clock = rest.clock();
        var ticker = Ticker.onFx(clock);
        session = new Session(me, clock.instant());
        cache = Cache.open(around.folder().file(me.id().toString()), clock);
        var outbox = new Outbox(cache.unsent(), new RestDelivery(rest), work, ticker);
        following = new Following(
                session, outbox, cache.lastDesk(), work, clock, rest.liveAddress(), new RestLiveSource(rest));
        session.signedOut().subscribe(why -> {
            if (!why.isEmpty()) {
                leave.accept(why);
            }
        });

        announcer = new Announcer(around, session, navigator);
        var gateways =
                Gateways.of(rest, around.voice(), new OfferSounds(around.sounds()), new KeptSounds(around.settings()));
        features = new Features(session, gateways, outbox, cache.drafts(), navigator, work, ticker);
        var settings = new SettingsFeature(
                around.settings(),
                new About(me.name(), me.email(), me.tenantName(), backend, Desktop.version()),
                around.sounds()::tryRing,
                () -> leave.accept(""),
                features.settings());
        presence = new SessionPresence(session, new RestPresence(rest), work, CommandIds::next);
        var shortcuts = new Shortcuts();
        features.addKeys(shortcuts);
        var pages = new ArrayList<>(features.pages());
        pages.add(settings.page());
        shell = new Shell(
                new Frame(
                        pages,
                        features.callBar(),
                        features.callLives(),
                        features.search(),
                        presence,
                        session.connection().map(now -> now.state() == Connection.State.OFFLINE ? now.since() : null),
                        navigator,
                        shortcuts,
                        around.activities(),
                        ticker),
                around.window().scene());
    }

    void open() {
        features.open(around.window().front()::seen);
        shell.open();
        if (attended) {
            checking = Subscription.combine(
                    features.softphone().soundUntested().subscribe(this::checkSound), features.onOffer(shell::clear));
        }
        following.start();
    }

    /// Before the first call; an offer takes it away, and it may be found in the settings.
    private void checkSound(boolean untested) {
        if (untested) {
            shell.lay(features.softphone().soundCheck(shell::clear));
        }
    }

    void go(Place place) {
        navigator.go(place);
    }

    /// The screens of the tour, in order.
    void stops(Tour tour) {
        var desk = features.tour(() -> presence.choose(PresenceState.AVAILABLE, null));
        desk.stops(tour);
        tour.stop(
                "settings",
                () -> navigator.go(Place.SETTINGS),
                () -> session.connection().get().live());
        tour.stop("settings-dark-spanish", () -> {
            around.settings().wear(ShadeChoice.DARK);
            around.settings().speak(Locale.of("es"));
        });
        desk.pages(tour, "-dark-spanish");
        tour.stop("settings-light", () -> {
            navigator.go(Place.SETTINGS);
            around.settings().wear(ShadeChoice.LIGHT);
            around.settings().speak(Text.LANGUAGES.getFirst());
        });
    }

    @Override
    public void close() {
        checking.unsubscribe();
        shell.close();
        announcer.close();
        features.close();
        following.close();
        cache.close();
    }
}
