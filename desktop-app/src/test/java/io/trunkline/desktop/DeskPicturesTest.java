package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.backend.live.LiveSignal;
import io.trunkline.desktop.diagnostics.DiagnosticsFeature;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.desktop.os.Masks;
import io.trunkline.desktop.settings.About;
import io.trunkline.desktop.settings.Preferences;
import io.trunkline.desktop.settings.PreferencesFile;
import io.trunkline.desktop.settings.SettingsFeature;
import io.trunkline.desktop.settings.SettingsViewModel;
import io.trunkline.desktop.shell.Place;
import io.trunkline.desktop.updates.UpdatesFeature;
import io.trunkline.model.Channel;
import io.trunkline.model.ThreadId;
import io.trunkline.model.call.CallState;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.desktop.Release;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.live.DeskSnapshot;
import io.trunkline.model.message.MessageThread;
import io.trunkline.model.presence.PresenceState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every screen in its states, looked at as a person would: nothing unnamed, nothing clipped; a picture of each is
/// kept.
class DeskPicturesTest {
    private static final ManagedSettings MANAGED = new ManagedSettings(
            Optional.of(URI.create("https://centre.example.com")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    @TempDir
    private Path folder;

    private final List<String> wrong = new ArrayList<>();

    @AfterEach
    void backToEnglish() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @Test
    void theDeskOfACall() {
        for (var shade : Shade.values()) {
            try (var desk = new Desk(shade, 1440, 900)) {
                desk.tell(busy(Samples.ANA));
                look(desk, "call-" + name(shade));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theDeskOfACallInASmallWindowInSpanishWithLongNames() {
        try (var desk = new Desk(Shade.LIGHT, 1280, 720)) {
            Fx.run(() -> Text.speak(Locale.of("es")));
            desk.tell(busy(Samples.LONG));
            look(desk, "call-small-spanish-long");
            Fx.run(desk.features::transfer);
            look(desk, "transfer-small-spanish");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theEmptyDeskAndTheOneWithoutAConnection() {
        try (var desk = new Desk(Shade.LIGHT, 1280, 720)) {
            desk.tell(Samples.desk(1, List.of()));
            look(desk, "empty");
            Fx.run(() -> desk.session.take(
                    List.of(new LiveSignal.Lost("cut")), desk.ticker.now().minusSeconds(75)));
            look(desk, "offline");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aThreadWithItsStates() {
        try (var desk = new Desk(Shade.LIGHT, 1440, 900)) {
            desk.tell(written());
            Fx.run(() -> ((TextInputControl) desk.find("composer"))
                    .setText("We will send it again – with the new address."));
            look(desk, "thread");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void wrapUpTakesTheComposersPlace() {
        try (var desk = new Desk(Shade.DARK, 1280, 720)) {
            var call = Samples.offered(1, Channel.VOICE, Samples.ANA);
            desk.tell(desk(List.of(Samples.wrapping(call, Samples.NINE.plusSeconds(40))), PresenceState.WRAP_UP));
            Fx.run(() -> ((TextInputControl) desk.find("note")).setText("Will call back on Monday"));
            look(desk, "wrap-up-dark");
            Fx.run(() -> Text.speak(Locale.of("es")));
            look(desk, "wrap-up-dark-spanish");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void pagesFilled() {
        try (var desk = new Desk(Shade.LIGHT, 1440, 900)) {
            desk.floor.threads.addAll(threads());
            desk.tell(written());
            desk.go(Place.INBOX);
            choose(desk, "threads");
            look(desk, "inbox");
            desk.go(Place.CONTACTS);
            choose(desk, "contacts");
            look(desk, "contacts");
            desk.go(Place.HISTORY);
            choose(desk, "history");
            look(desk, "history");
            desk.go(Place.WALLBOARD);
            look(desk, "wallboard");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void pagesInASmallWindowInSpanish() {
        try (var desk = new Desk(Shade.DARK, 1280, 720)) {
            Fx.run(() -> Text.speak(Locale.of("es")));
            desk.floor.threads.addAll(threads());
            desk.tell(written());
            desk.go(Place.INBOX);
            choose(desk, "threads");
            look(desk, "inbox-dark-spanish");
            desk.go(Place.CONTACTS);
            choose(desk, "contacts");
            look(desk, "contacts-dark-spanish");
            desk.go(Place.HISTORY);
            choose(desk, "history");
            look(desk, "history-dark-spanish");
            desk.go(Place.WALLBOARD);
            look(desk, "wallboard-spanish");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theWallboardAcrossARoom() {
        try (var desk = new Desk(Shade.LIGHT, 1900, 1080)) {
            desk.go(Place.WALLBOARD);
            Fx.run(desk.features::toggleLargeFigures);
            look(desk, "wallboard-full");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void pagesThatCouldNotBeLoadedAndEmptyOnes() {
        try (var desk = new Desk(Shade.LIGHT, 1280, 720)) {
            desk.floor.reachable = false;
            for (var place : List.of(Place.INBOX, Place.CONTACTS, Place.HISTORY, Place.WALLBOARD)) {
                desk.go(place);
                look(desk, "failed-" + place.name().toLowerCase(Locale.ROOT));
            }
        }
        try (var desk = new Desk(Shade.LIGHT, 1280, 720)) {
            desk.floor.people = List.of();
            desk.floor.past = List.of();
            desk.floor.queues = List.of();
            for (var place : List.of(Place.INBOX, Place.CONTACTS, Place.HISTORY, Place.WALLBOARD)) {
                desk.go(place);
                look(desk, "empty-" + place.name().toLowerCase(Locale.ROOT));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void theSettingsOfThisComputer(Shade shade, String language) {
        try (var desk = new Desk(shade, 1280, 1190)) {
            Fx.run(() -> Text.speak(Locale.of(language)));
            var settings = new SettingsViewModel(
                    Preferences.defaults(), new PreferencesFile(folder.resolve("settings")), new SameThreadWork());
            var about =
                    new About("Ben Okafor", "ben@demo.example", "Demo", "https://centre.example.com", "0.1.0", MANAGED);
            Fx.run(() -> desk.stage
                    .getScene()
                    .setRoot(new StackPane(new SettingsFeature(settings, about, _ -> {}, () -> {}, sections(desk))
                            .page()
                            .view()
                            .get())));
            look(desk, "settings-" + name(shade) + "-" + language);
        }
        assertThat(wrong).isEmpty();
    }

    private static List<SettingsFeature.Section> sections(Desk desk) {
        var release = new Release("0.9.0", null, "https://centre.example.com/get", List.of());
        var updates = new UpdatesFeature(() -> release, new SameThreadWork(), desk.ticker, true, _ -> {});
        updates.activate();
        var diagnostics =
                new DiagnosticsFeature(List::of, Masks::byForm, _ -> {}, new SameThreadWork(), Clock.systemUTC());
        var all = new ArrayList<>(desk.features.settings());
        all.add(new SettingsFeature.Section("updates.section.title", updates::settings));
        all.add(new SettingsFeature.Section(
                "diagnostics.section.title", () -> diagnostics.settings(_ -> {}, () -> {})));
        return all;
    }

    private void look(Desk desk, String name) {
        Fx.settle();
        desk.picture(name);
        var root = desk.stage.getScene().getRoot();
        Fx.on(() -> Walk.unnamed(root)).forEach(each -> wrong.add(name + ": unnamed " + each));
        Fx.on(() -> Walk.clipped(root)).forEach(each -> wrong.add(name + ": " + each));
    }

    private static void choose(Desk desk, String list) {
        Fx.run(() -> ((ListView<?>) desk.stage.getScene().lookup("#" + list))
                .getSelectionModel()
                .select(0));
    }

    private static String name(Shade shade) {
        return shade.name().toLowerCase(Locale.ROOT);
    }

    private static DeskSnapshot busy(ContactRef contact) {
        var call = Samples.accepted(Samples.offered(1, Channel.VOICE, contact));
        var text = Samples.accepted(Samples.offered(2, Channel.SMS, Samples.LONG));
        return desk(List.of(call, text, Samples.offered(3, Channel.VOICE, contact)), PresenceState.ENGAGED);
    }

    private static DeskSnapshot written() {
        return desk(List.of(Samples.accepted(Samples.offered(2, Channel.SMS, Samples.ANA))), PresenceState.AVAILABLE);
    }

    private static DeskSnapshot desk(List<Reservation> reservations, PresenceState presence) {
        List<Interaction> interactions =
                reservations.stream().map(Samples::active).toList();
        var threads = reservations.stream()
                .filter(each -> each.channel() == Channel.SMS)
                .map(each -> Samples.thread(each, "Got it, thanks 👍", 2))
                .toList();
        var calls = reservations.stream()
                .filter(each -> each.channel() == Channel.VOICE)
                .map(each -> new CallState(each.interaction(), true, false, false, true, false, List.of()))
                .toList();
        return new DeskSnapshot(
                7,
                Samples.presence(new AgentRef(Samples.BEN.id(), Samples.BEN.name()), presence),
                reservations,
                interactions,
                threads,
                calls,
                List.of("Lunch", "Break"));
    }

    private static List<MessageThread> threads() {
        var found = new ArrayList<MessageThread>();
        for (int i = 0; i < 7; i++) {
            var of = Samples.thread(
                    Samples.offered(2, Channel.SMS, i % 2 == 0 ? Samples.ANA : Samples.LONG),
                    i % 3 == 0
                            ? "Got it, thanks 👍"
                            : "Could you please tell me when the technician will finally come?",
                    i == 1 ? 3 : 0);
            found.add(new MessageThread(
                    new ThreadId(Samples.id(300 + i)),
                    of.contact(),
                    of.channel(),
                    of.state(),
                    of.interaction(),
                    of.preview(),
                    of.unread(),
                    Samples.NINE.minusSeconds(3000L * i * i)));
        }
        return found;
    }
}
