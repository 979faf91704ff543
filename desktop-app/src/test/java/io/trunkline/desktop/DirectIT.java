package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.softphone.device.ToneSound;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// One colleague calls another, from screen to screen: two real desktops, and a third where somebody is signed in
/// twice, with the carrier's SDK, libwebrtc, the simulator and the backend between them.
class DirectIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int LENA = 440;
    private static final int MARCO = 1_000;
    private static final double LOUD = 2_000;
    private static final String LENA_CALLS = "Lena Brandt";
    private static final String MARCO_NAME = "Marco Silva";

    @TempDir
    static Path folder;

    private static Centre centre;
    private static ToneSound hers;
    private static ToneSound his;
    private static RunningDesk lena;
    private static RunningDesk marco;

    @RegisterExtension
    static final WhatHappened TOLD = new WhatHappened(() -> centre);

    @BeforeAll
    static void twoDesktopsAreSignedIn() throws IOException {
        var plan = Plan.test(Path.of("..").toAbsolutePath().normalize(), folder.resolve("centre"));
        centre = Centre.start(plan, Map.of("TRUNKLINE_TELEPHONY_COLLEAGUE_TIMEOUT", "PT5S"));
        Demo.seed(centre);
        hers = new ToneSound(LENA);
        his = new ToneSound(MARCO);
        lena = desk(Demo.AGENT, "lena", hers);
        marco = desk(Demo.SECOND_AGENT, "marco", his);
        // who is offline cannot be called, and who is available is offered work
        lena.present("Break");
        marco.present("Break");
        until("both devices are at the carrier", () -> devices() == 2);
    }

    @AfterAll
    static void theCentreStops() {
        if (lena != null) {
            lena.close();
        }
        if (marco != null) {
            marco.close();
        }
        if (centre != null) {
            centre.close();
        }
    }

    @Test
    void colleaguesTalkAndMuteIsTheTruthBetweenThemUntilOneHangsUp() {
        talk();
        lena.picture("end-to-end-direct");

        lena.press("#direct-mute");
        until("he hears nothing of her", () -> his.hearing().tone(LENA) < 100);
        assertThat(hers.hearing().tone(MARCO)).as("he, to her").isGreaterThan(LOUD);
        lena.press("#direct-mute");
        until("he hears her again", () -> his.hearing().tone(LENA) > LOUD);

        marco.press("#direct-end");
        bothAreFree();
        lena.until("she is told", () -> lena.text("#direct-word").equals("The call with Marco Silva has ended."));
        assertThat(marco.text("#direct-word")).as("he knows it").isEmpty();
    }

    @Test
    void whoRejectsRingsNoMoreAndTheCallerIsToldSo() {
        rings();
        marco.press("#direct-reject");
        bothAreFree();
        lena.until("she is told", () -> lena.text("#direct-word").equals("Marco Silva did not take the call."));
        assertThat(marco.text("#direct-word")).isEmpty();
    }

    @Test
    void aCallerWhoHangsUpLeavesNothingRinging() {
        rings();
        lena.press("#direct-end");
        bothAreFree();
        marco.until("he is told", () -> marco.text("#direct-word").equals("Lena Brandt gave up before you answered."));
        assertThat(lena.text("#direct-word")).isEmpty();
        assertThat(marco.shows("#direct-answer")).isFalse();
        // nothing of it is left at either end: the next one is a new one
        talk();
        marco.press("#direct-end");
        bothAreFree();
    }

    @Test
    void whatNobodyAnswersEndsAtBothEndsWithItsTrueReason() {
        rings();
        bothAreFree();
        marco.until("he is told", () -> marco.text("#direct-word").equals("You missed a call from Lena Brandt."));
        lena.until("she is told", () -> lena.text("#direct-word").equals("Marco Silva did not answer."));
        marco.picture("end-to-end-direct-missed");
    }

    @Test
    void whoIsSignedInTwiceIsRungAtBothAndAnsweringAtOneStopsTheOther() throws IOException {
        var second = new ToneSound(MARCO);
        try (var other = desk(Demo.SECOND_AGENT, "marco-again", second)) {
            until("his other device is at the carrier", () -> devices() == 3);
            lena.callColleague(MARCO_NAME);
            marco.until("it rings", () -> marco.shows("#direct-answer"));
            other.until("it rings at his other desk", () -> other.shows("#direct-answer"));

            other.press("#direct-answer");
            until("they hear each other", () -> hear(second));
            marco.until("it rings no more", () -> !marco.shows("#direct-answer"));
            marco.until(
                    "he is told why",
                    () -> marco.text("#direct-word")
                            .equals("The call from Lena Brandt was answered at another device of yours."));
            marco.picture("end-to-end-direct-elsewhere");
            assertThat(hear(second)).as("they talk still").isTrue();
            assertThat(lena.shows("#direct-mute")).isTrue();

            lena.press("#direct-end");
            other.until("it is over", () -> !other.shows("#direct-call"));
            assertThat(marco.text("#direct-word")).contains("another device of yours");
        }
        until("his other device is gone", () -> devices() == 2);
        bothAreFree();
    }

    private static void rings() {
        lena.callColleague(MARCO_NAME);
        marco.until("it rings", () -> marco.shows("#direct-answer") && marco.reads(LENA_CALLS));
    }

    private static void talk() {
        rings();
        marco.press("#direct-answer");
        until("they hear each other", () -> hear(his));
    }

    private static boolean hear(ToneSound callee) {
        return callee.hearing().tone(LENA) > LOUD && hers.hearing().tone(MARCO) > LOUD;
    }

    private static void bothAreFree() {
        lena.until("her call is over", () -> !lena.shows("#direct-call"));
        marco.until("his call is over", () -> !marco.shows("#direct-call"));
    }

    private static int devices() {
        return centre.simulator().get("/control/devices").path("registered").asInt();
    }

    private static RunningDesk desk(String email, String home, ToneSound sound) throws IOException {
        return RunningDesk.signIn(
                centre.backendAddress().toString(),
                Demo.TENANT,
                email,
                centre.secrets().password(),
                folder.resolve(home),
                sound);
    }

    private static void until(String what, Supplier<Boolean> condition) {
        Waits.until(what, PATIENCE, condition);
    }
}
