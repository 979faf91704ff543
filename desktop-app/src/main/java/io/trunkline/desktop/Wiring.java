package io.trunkline.desktop;

import io.trunkline.desktop.backend.rest.Rest;
import io.trunkline.desktop.backend.rest.RestDelivery;
import io.trunkline.desktop.backend.rest.RestDiagnostics;
import io.trunkline.desktop.backend.rest.RestLiveSource;
import io.trunkline.desktop.backend.rest.RestPresence;
import io.trunkline.desktop.backend.rest.RestUpdates;
import io.trunkline.desktop.cache.Cache;
import io.trunkline.desktop.diagnostics.DiagnosticsFeature;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.ShadeChoice;
import io.trunkline.desktop.kit.work.Running;
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
import io.trunkline.desktop.shell.Part;
import io.trunkline.desktop.shell.Place;
import io.trunkline.desktop.shell.SessionPresence;
import io.trunkline.desktop.shell.Shell;
import io.trunkline.desktop.shell.Shortcuts;
import io.trunkline.desktop.updates.UpdatesFeature;
import io.trunkline.model.identity.Me;
import io.trunkline.model.presence.PresenceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The wiring page: every feature of the desk of one signed-in agent, made and joined here and nowhere else.
final class Wiring implements Opened {
    /// Colleagues call by voice also while the live feed is broken.
    private static final Duration VOICE_AT_LATEST = Duration.ofSeconds(5);

    private final Surroundings around;
    private final Session session;
    private final Cache cache;
    private final Following following;
    private final Navigator navigator = new Navigator();
    private final Announcer announcer;
    private final Features features;
    private final UpdatesFeature updates;
    private final DiagnosticsFeature diagnostics;
    private final ConnectionHistory history;
    private final SessionPresence presence;
    private final Shell shell;
    private final boolean attended;
    private Running silence = Running.ENDED;
    private Subscription checking = Subscription.EMPTY;
    private Subscription live = Subscription.EMPTY;
    private Running voice = Running.ENDED;

    Wiring(Surroundings around, Rest rest, Given given, String backend, Me me, Ending ending) {
        this.around = around;
        this.attended = given.attended();
        var work = around.work();
        var clock = rest.clock();
        var ticker = Ticker.onFx(clock);
        session = new Session(me, clock.instant());
        cache = Cache.open(around.folder().file(me.id().toString()), clock);
        var outbox = new Outbox(cache.unsent(), new RestDelivery(rest), work, ticker);
        following = new Following(
                session, outbox, cache.lastDesk(), work, clock, rest.liveAddress(), RestLiveSource.ofDesk(rest));
        session.signedOut().subscribe(why -> {
            if (!why.isEmpty()) {
                ending.leave(why);
            }
        });
        session.outdated().subscribe(old -> {
            if (old) {
                whenSilent(ending::tooOld);
            }
        });

        announcer = new Announcer(around, session, navigator);
        var gateways =
                Gateways.of(rest, around.voice(), new OfferSounds(around.sounds()), new KeptSounds(around.settings()));
        features = new Features(session, gateways, outbox, cache.drafts(), cache.keptMute(), navigator, work, ticker);
        history = new ConnectionHistory(session);
        var self = new SelfDescription(session, features.softphone(), history, given.managed(), around.logs());
        diagnostics = new DiagnosticsFeature(self::sources, self::masks, new RestDiagnostics(rest), work, clock);
        updates = new UpdatesFeature(new RestUpdates(rest), work, ticker, given.tellsUpdates(), around.browse());
        var settings = new SettingsFeature(
                around.settings(),
                new About(me.name(), me.email(), me.tenantName(), backend, Desktop.version(), given.managed()),
                around.sounds()::tryRing,
                () -> ending.leave(""),
                sections());
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
                        new Part(updates::notice, updates::activate, updates::deactivate),
                        presence,
                        session.connection().map(now -> now.state() == Connection.State.OFFLINE ? now.since() : null),
                        navigator,
                        shortcuts,
                        around.activities(),
                        ticker),
                around.window().scene());
    }

    private List<SettingsFeature.Section> sections() {
        var all = new ArrayList<>(features.settings());
        all.add(new SettingsFeature.Section("updates.section.title", updates::settings));
        all.add(new SettingsFeature.Section(
                "diagnostics.section.title", () -> diagnostics.settings(this::lay, this::clear)));
        return all;
    }

    /// Nobody is torn from a conversation.
    private void whenSilent(Runnable then) {
        if (features.softphone().isInCall()) {
            silence = around.work().later(Duration.ofSeconds(1), () -> whenSilent(then));
        } else {
            then.run();
        }
    }

    private void lay(Region sheet) {
        shell.lay(sheet);
    }

    private void clear() {
        shell.clear();
    }

    @Override
    public void open() {
        // the backend answers while the pages are drawn; what it says is taken after that, on this thread
        following.start();
        features.open(around.window().front()::seen);
        shell.open();
        if (attended) {
            checking = Subscription.combine(
                    features.softphone().soundUntested().subscribe(this::checkSound),
                    features.softphone().callLives().subscribe(this::makeWay),
                    features.onOffer(shell::clear));
        }
        voice = around.work().later(VOICE_AT_LATEST, features.softphone()::makeReady);
        live = session.connection().subscribe(now -> {
            if (now.live()) {
                live.unsubscribe();
                SinceStart.tellWhenDrawn(around.window().scene(), "The desk is live", this::makeVoiceReady);
            }
        });
    }

    /// After the desk is drawn, whose first picture it would take the processor from.
    private void makeVoiceReady() {
        voice.cancel();
        features.softphone().makeReady();
    }

    /// Before the first call; an offer takes it away, and it may be found in the settings.
    private void checkSound(boolean untested) {
        if (untested && !features.softphone().isWanted()) {
            shell.lay(features.softphone().soundCheck(shell::clear));
        }
    }

    /// A call may be known only after the test was laid over the desk: that of a program that was killed in it.
    private void makeWay(boolean call) {
        if (call) {
            shell.clear();
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
        live.unsubscribe();
        voice.cancel();
        silence.cancel();
        shell.close();
        announcer.close();
        features.close();
        diagnostics.deactivate();
        history.close();
        following.close();
        cache.close();
    }
}
