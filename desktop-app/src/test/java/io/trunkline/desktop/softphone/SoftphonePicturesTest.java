package io.trunkline.desktop.softphone;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Popover;
import io.trunkline.desktop.Samples;
import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.control.Overlay;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.os.Audible;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.Measure;
import io.trunkline.desktop.softphone.device.Preflight;
import io.trunkline.desktop.softphone.device.Quality;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.call.TalkWay.Kind;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.live.ReservationEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What belongs to talking, in its states: named, whole, readable, and kept as pictures.
class SoftphonePicturesTest {
    private static final String MANY = "Jabra Evolve2 65 Flex Link380a Analog Stereo (Bluetooth Hands-Free AG Audio)";
    private static final AgentRef LONG =
            new AgentRef(new AgentId(Samples.id(77)), "José Luis Fernández de la Cruz y Wolfeschlegelsteinhausen");

    private final Session session = new Session(Samples.me(), Samples.NINE);
    private final FakePhone phone = new FakePhone();
    private final ManualTicker ticker = new ManualTicker(Samples.NINE);
    private final SameThreadWork work = new SameThreadWork();
    private final Bell bell = new Bell(phone, phone, work, _ -> true);
    private final LineReport report = new LineReport();
    private final List<String> wrong = new ArrayList<>();

    @AfterEach
    void english() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es", "LIGHT,es", "DARK,en"})
    void theSoundCheck(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        phone.microphones = List.of(MANY, "Built-in microphone");
        var sound = Fx.on(() -> new SoundViewModel(phone, phone, new Memory(), work));
        var check = Fx.on(() -> new SoundCheckViewModel(phone, work, ticker, sink -> sink));
        Fx.run(() -> {
            sound.activate();
            sound.microphone(MANY);
        });
        look(
                shade,
                language,
                "sound-check-heard",
                760,
                640,
                () -> over(new SoundCheckSheet(sound, check, report, () -> {})),
                () -> {
                    phone.speak(0.12);
                });
        look(
                shade,
                language,
                "sound-check-silent",
                760,
                640,
                () -> over(new SoundCheckSheet(sound, check, report, () -> {})),
                () -> {
                    phone.speak(0);
                    ticker.advance(Duration.ofSeconds(4));
                    phone.microphones = List.of("Built-in microphone");
                    sound.take(List.of(new VoiceEvent.FellBack(MANY), new VoiceEvent.SoundChanged()));
                });
        phone.preflight = new Preflight(
                Duration.ofMillis(820), new Measure(3.7, 0.021, 31, 260), List.of("high-rtt", "high-jitter"), true);
        look(
                shade,
                language,
                "sound-settings-echo",
                720,
                560,
                () -> padded(new SoundPane(sound, check, report, 160)),
                check::callMyself);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void theWaysToTalk(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var way = Fx.on(() -> new TalkWayViewModel(phone, work, new Numbers("ES")));
        look(shade, language, "talk-way-device", 640, 200, () -> padded(new TalkWayPane(way)), way::load);
        look(shade, language, "talk-way-phone", 640, 200, () -> padded(new TalkWayPane(way)), () -> {
            way.choose(Kind.PHONE);
            way.address().set("911 234 567");
        });
        look(shade, language, "talk-way-sip-wrong", 640, 200, () -> padded(new TalkWayPane(way)), () -> {
            way.choose(Kind.SIP);
            way.address().set("ben@pbx");
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void callsBetweenColleagues(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var direct = Fx.on(() -> new DirectViewModel(phone, bell, work, ticker, () -> false));
        look(
                shade,
                language,
                "direct-rung",
                280,
                260,
                () -> column(new DirectView(direct)),
                () -> direct.take(
                        List.of(new VoiceEvent.Incoming(LONG.id(), LONG.name(), new DirectCallId(Samples.id(31))))));
        look(shade, language, "direct-talking", 280, 260, () -> column(new DirectView(direct)), () -> {
            direct.accept();
            ticker.advance(Duration.ofSeconds(72));
        });
        look(
                shade,
                language,
                "direct-over",
                280,
                260,
                () -> column(new DirectView(direct)),
                () -> direct.take(List.of(new VoiceEvent.Ended(EndReason.LOST, "cut"))));
        var colleagues = Fx.on(() -> new ColleaguesViewModel(session, phone, work, ticker, direct::call));
        look(
                shade,
                language,
                "colleagues",
                400,
                340,
                () -> column(new ColleaguesButton(colleagues).list(new Popover())),
                colleagues::activate);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void offersThatCannotBeHeard(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var offers = Fx.on(() -> {
            var model = new OffersViewModel(session, phone, work, ticker, bell, phone.audible(), _ -> {});
            model.activate();
            session.apply(new ReservationEvent.Offered(Samples.offered(1, Channel.VOICE, Samples.LONG)));
            return model;
        });
        look(
                shade,
                language,
                "offer-unheard",
                280,
                420,
                () -> column(new OffersView(offers)),
                () -> phone.audible.set(new Audible.Unheard()));
        look(
                shade,
                language,
                "offer-fell-back",
                280,
                320,
                () -> column(new OffersView(offers)),
                () -> phone.audible.set(new Audible.FellBack(MANY)));
        look(
                shade,
                language,
                "carrier-unreachable",
                280,
                120,
                () -> column(new UnheardNote(report.unreachable(), "softphone.line.unreachable")),
                () -> report.take(List.of(new VoiceEvent.Unregistered("no answer", false))));
        look(
                shade,
                language,
                "carrier-refuses",
                280,
                140,
                () -> column(new UnheardNote(report.refused(), "softphone.line.refused")),
                () -> report.take(List.of(new VoiceEvent.Unregistered("20101", true))));
        look(
                shade,
                language,
                "sound-lost",
                280,
                120,
                () -> column(new UnheardNote(report.soundless(), "softphone.sound.lost")),
                () -> report.take(List.of(new VoiceEvent.SoundLost())));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void theCallBarInItsStates(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var voice = new Voice(phone, work, ticker);
        phone.listener = event -> voice.take(List.of(event));
        var measurements = new Measurements(Samples.outbox(new ArrayList<>()));
        var call = Fx.on(() -> {
            var model = new CallViewModel(
                    session,
                    phone,
                    voice,
                    report,
                    measurements,
                    new SimpleBooleanProperty(true),
                    Samples.keptMute(),
                    work,
                    ticker);
            model.activate();
            return model;
        });
        Callable<Region> bar = () -> bar(new CallBar(call, ticker, () -> {}));
        look(shade, language, "call-bar-calling", 1224, 56, bar, () -> {
            session.apply(new ReservationEvent.Accepted(Samples.outbound(3, null)));
            call.join(
                    Samples.outbound(3, null).interaction(),
                    Samples.outbound(3, null).id());
        });
        ticker.advance(Duration.ofSeconds(194));
        look(shade, language, "call-bar-good", 1224, 56, bar, () -> {
            session.apply(new ReservationEvent.Accepted(Samples.outbound(3, Samples.NINE)));
            report.take(List.of(
                    new VoiceEvent.Line(Quality.GOOD, new Measure(4.3, 0, 4, 40)), new VoiceEvent.Levels(0.1, 0.04)));
        });
        look(shade, language, "call-bar-warned", 1224, 56, bar, () -> {
            call.toggleMute();
            report.take(List.of(
                    new VoiceEvent.Line(Quality.FAIR, new Measure(3.7, 0.04, 40, 300)),
                    new VoiceEvent.Warning("high-packet-loss", true),
                    new VoiceEvent.Levels(0, 0.2)));
        });
        look(
                shade,
                language,
                "call-bar-broken",
                1224,
                56,
                bar,
                () -> voice.take(List.of(new VoiceEvent.Reconnecting())));
        assertThat(wrong).isEmpty();
    }

    private void look(
            Shade shade,
            String language,
            String name,
            double width,
            double height,
            Callable<Region> view,
            Runnable then) {
        var stage = Fx.show(shade, width, height, () -> (Parent) view.call());
        Fx.run(then);
        Fx.picture(stage, "softphone-" + name + "-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language);
        var root = stage.getScene().getRoot();
        Fx.on(() -> Walk.unnamed(root)).forEach(each -> wrong.add(name + ": unnamed " + each));
        Fx.on(() -> Walk.clipped(root)).forEach(each -> wrong.add(name + ": " + each));
        // the sign of a banner is a picture beside words, of which less is asked
        Fx.on(() -> Contrast.faint(root)).stream()
                .filter(each -> !each.contains("problem-banner"))
                .forEach(each -> wrong.add(name + ": faint " + each));
        Fx.close(stage);
    }

    private static Region over(Region sheet) {
        var over = new Overlay();
        var root = new StackPane(new Region(), over);
        over.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                over.show(sheet);
            }
        });
        return root;
    }

    private static Region padded(Region view) {
        var box = new VBox(view);
        box.setStyle("-fx-padding: 24px;");
        return box;
    }

    private static Region bar(Region view) {
        view.setStyle("-fx-padding: 0 16px 0 16px;");
        return view;
    }

    private static Region column(Region view) {
        var box = new VBox(view);
        box.setStyle("-fx-padding: 8px; -fx-background-color: -color-bg-subtle;");
        return box;
    }

    private static final class Memory implements SoundMemory {
        private Names names = new Names("", "", "");

        @Override
        public Names chosen() {
            return names;
        }

        @Override
        public void choose(Names now) {
            names = now;
        }

        @Override
        public String tested() {
            return "";
        }

        @Override
        public void tested(String devices) {}
    }
}
