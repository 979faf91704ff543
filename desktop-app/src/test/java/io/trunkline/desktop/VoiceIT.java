package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.desktop.softphone.device.ToneSound;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Plan;
import io.trunkline.launcher.Rest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What people hear, measured at both ends: the desktop's own microphone and speaker, and those of whoever phones. In
/// between are the carrier's SDK, libwebrtc, the simulator and the backend.
class VoiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int VOICE = 440;
    private static final double LOUD = 2_000;
    private static final double SILENT = 100;

    @TempDir
    static Path folder;

    private static Centre centre;
    private static Rest supervisor;
    private static ToneSound sound;
    private static RunningDesk lena;

    @RegisterExtension
    static final WhatHappened TOLD = new WhatHappened(() -> centre);

    @BeforeAll
    static void theCentreRuns() throws IOException {
        centre =
                Centre.start(Plan.test(Path.of("..").toAbsolutePath().normalize(), folder.resolve("centre")), Map.of());
        Demo.seed(centre);
        supervisor =
                Demo.signIn(centre.backend(), Demo.SUPERVISOR, centre.secrets().password());
        sound = new ToneSound(VOICE);
        lena = desk(Demo.AGENT, sound);
        lena.present("Available");
    }

    @AfterAll
    static void theCentreStops() {
        if (lena != null) {
            lena.close();
        }
        if (centre != null) {
            centre.close();
        }
    }

    @Test
    void bothHearEachOtherAndTheRecordingHoldsWhatBothSaid() {
        var caller = answered("+12025550161");
        lena.until("the line is measured", () -> lena.reads("Good"));
        lena.picture("end-to-end-voice");
        done("#end-call");

        var interaction = lastOf("+12025550161");
        var path = "/api/v1/interactions/" + interaction.path("id").asText();
        until(
                "the recording is stored",
                () -> supervisor.get(path + "/recordings").path(0).path("ready").asBoolean());
        var id = supervisor.get(path + "/recordings").path(0).path("id").asText();
        var recording = Wav.read(supervisor.bytes("/api/v1/recordings/" + id + "/audio"));
        assertThat(recording.channels()).isEqualTo(2);
        assertThat(recording.tone(0, Caller.TONE))
                .as("the contact on their channel")
                .isGreaterThan(LOUD);
        assertThat(recording.tone(1, VOICE)).as("the agent on theirs").isGreaterThan(LOUD / 2);
        assertThat(recording.tone(0, VOICE)).as("the agent on the contact's").isLessThan(SILENT);
        until(
                "the line's quality is in the ledger",
                () -> !supervisor.get(path).path("qualities").isEmpty());
        assertThat(caller.call()).isNotEmpty();
    }

    @Test
    void muteIsTheTruthOverHoldResumeAndAnotherDevice() {
        var caller = answered("+12025550162");

        lena.press("#mute");
        until("the contact hears nothing", () -> caller.hears(VOICE) < SILENT);
        assertThat(lena.on("#mute")).isTrue();
        assertThat(sound.hearing().tone(Caller.TONE)).isGreaterThan(LOUD);

        lena.press("#hold");
        until("the agent hears nothing of the contact", () -> sound.hearing().tone(Caller.TONE) < SILENT);
        until("the contact hears music", () -> caller.hearsAtAll() > 0);
        assertThat(lena.on("#mute")).isTrue();
        lena.press("#hold");
        until("the agent hears the contact again", () -> sound.hearing().tone(Caller.TONE) > LOUD);
        assertThat(caller.hears(VOICE)).as("muted still").isLessThan(SILENT);
        assertThat(lena.on("#mute")).isTrue();

        lena.press("#mute");
        until("the contact hears the agent again", () -> caller.hears(VOICE) > LOUD);
        assertThat(lena.on("#mute")).isFalse();
        done("#end-call");
    }

    /// A call that is answered, with both heard.
    private static Caller answered(String from) {
        var caller = Caller.phones(centre.simulator(), from, "3");
        lena.press("#answer");
        until(
                "both hear each other",
                () -> caller.hears(VOICE) > LOUD && sound.hearing().tone(Caller.TONE) > LOUD);
        return caller;
    }

    private static void done(String end) {
        lena.press(end);
        lena.press("#complete");
        lena.until("the desk is free again", () -> !lena.shows("#complete"));
    }

    private static RunningDesk desk(String email, ToneSound sound) throws IOException {
        return RunningDesk.signIn(
                centre.backendAddress().toString(),
                Demo.TENANT,
                email,
                centre.secrets().password(),
                folder.resolve(email),
                sound);
    }

    private static JsonNode lastOf(String number) {
        var items = supervisor.get("/api/v1/interactions").path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("contact").path("address").asText().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no interaction of " + number));
    }

    private static void until(String what, Supplier<Boolean> condition) {
        Waits.until(what, PATIENCE, condition);
    }
}
