package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.SilentDevice;
import io.trunkline.desktop.softphone.device.VoiceDevice;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.model.Channel;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.Reservation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The backend comes to need a newer program while this one is in a call.
@Timeout(90)
class TooOldInACallTest {
    private static final String NOTE = "Will call back on Monday";

    private final Reservation call = Samples.accepted(Samples.offered(1, Channel.VOICE, Samples.ANA));
    private final List<String> line = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private SmallBackend backend;
    private Consumer<VoiceEvent> told = _ -> {};

    @BeforeEach
    void start() throws IOException {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
        backend = new SmallBackend();
        backend.call = Optional.of(call);
    }

    @AfterEach
    void end() {
        backend.close();
    }

    @Test
    void theCallGoesOnUntilTheAgentEndsItAndOnlyThenIsTheProgramRefused() throws IOException {
        try (var program = inTheCall()) {
            becomesTooOld();
            staysInTheCall(program);

            program.press("#end-call");
            program.until("#too-old-needed");
            assertThat(asked("interactions/%s/call/hang-up".formatted(call.interaction())))
                    .isPositive();
            Fx.picture(program.stage, "too-old-after-the-call");
        }
        isRefusedPlainlyAtTheNextStartAndHasItsNoteAfterTheUpgrade();
    }

    @Test
    void theCallGoesOnUntilTheContactEndsIt() throws IOException {
        try (var program = inTheCall()) {
            becomesTooOld();
            staysInTheCall(program);

            told.accept(new VoiceEvent.Ended(EndReason.HUNG_UP, ""));
            program.until("#too-old-needed");
            assertThat(line).containsExactly("joined");
        }
        isRefusedPlainlyAtTheNextStartAndHasItsNoteAfterTheUpgrade();
    }

    @Test
    void aCallWithAColleagueGoesOnToo() throws IOException {
        backend.call = Optional.empty();
        try (var program = signedIn()) {
            program.until(".rail");
            told.accept(
                    new VoiceEvent.Incoming(Samples.MIA.id(), Samples.MIA.name(), new DirectCallId(Samples.id(61))));
            program.press("#direct-answer");
            Fx.until(() -> seconds(program) >= 0);
            becomesTooOld();
            var since = seconds(program);
            Fx.until(() -> seconds(program) >= since + 4);
            assertThat(program.shows("#too-old-needed")).isFalse();

            told.accept(new VoiceEvent.Ended(EndReason.HUNG_UP, ""));
            program.until("#too-old-needed");
        }
    }

    /// How long the colleague has been talked to, as it is shown; -1 before.
    private static int seconds(Started program) {
        return program.find("#direct-call .timer") instanceof Labeled timer
                        && timer.getText().matches("\\d\\d:\\d\\d")
                ? Integer.parseInt(timer.getText().substring(3))
                : -1;
    }

    private Started inTheCall() throws IOException {
        var program = signedIn();
        program.until("#call-line");
        Fx.until(() -> line.contains("joined"));
        program.write("#note", NOTE);
        return program;
    }

    private Started signedIn() throws IOException {
        var program = new Started(
                folder,
                ManagedSettings.NONE,
                this::device,
                "--email",
                "ben@demo.example",
                "--backend",
                backend.address().toString());
        program.write("#login-tenant", "demo");
        program.write("#login-password", "secret");
        program.press("#login-sign-in");
        return program;
    }

    /// The feed is refused the next time it tries to come back, and the backend is told that the call goes on.
    private void becomesTooOld() {
        var before = asked("live");
        backend.refusesAll = true;
        Fx.until(() -> asked("live") > before);
    }

    /// For as long as it takes to be sure that nothing waits to tear it: the backend is told several times, a second
    /// apart.
    private void staysInTheCall(Started program) {
        var talking = "reservations/%s/talking".formatted(call.id());
        var before = asked(talking);
        Fx.until(() -> asked(talking) >= before + 4);
        assertThat(program.shows("#too-old-needed")).isFalse();
        assertThat(program.shows("#call-line")).isTrue();
        assertThat(program.text("#note")).isEqualTo(NOTE);
        assertThat(line).containsExactly("joined");
    }

    private void isRefusedPlainlyAtTheNextStartAndHasItsNoteAfterTheUpgrade() throws IOException {
        try (var program = new Started(folder, ManagedSettings.NONE, this::device)) {
            program.until("#too-old-needed");
            assertThat(folder.resolve("session")).exists();
            backend.refusesAll = false;
            program.press("#too-old-again");
            program.until("#note");
            Fx.until(() -> program.text("#note").equals(NOTE));
        }
    }

    private long asked(String path) {
        return backend.asked.stream().filter(path::equals).count();
    }

    private VoiceDevice device(Object credentials, Consumer<VoiceEvent> listener) {
        told = listener;
        return new SilentDevice() {
            @Override
            public void connect(ReservationId reservation, boolean muted) {
                line.add("joined");
            }
        };
    }
}
