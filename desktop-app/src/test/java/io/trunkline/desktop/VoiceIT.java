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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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
    /// More of one tone than there is in the words of the carrier's voice.
    private static final double CLEAR = 5_000;

    private static final double SILENT = 100;
    /// What a codec makes of a tone beside others.
    private static final double FAINT = 400;
    private static final int THIRD = 1_700;
    private static final int MONITOR = 2_300;
    private static final String GOOD = "Good";
    private static final String SIP = "sip:marco@pbx.example.com";
    private static final int SIP_VOICE = 2_000;
    private static final int SECOND_VOICE = 3_000;
    private static final String CAME_BACK = "Your voice came back.";
    private static final String DID_NOT_COME_BACK = "Your voice did not come back.";
    private static final String ELSEWHERE = "You talk at another desk";

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
        centre = Centre.start(
                Plan.test(Path.of("..").toAbsolutePath().normalize(), folder.resolve("centre")),
                Map.of("TRUNKLINE_TELEPHONY_LINE_TIMEOUT", "PT5S"));
        Demo.seed(centre);
        supervisor =
                Demo.signIn(centre.backend(), Demo.SUPERVISOR, centre.secrets().password());
        sound = new ToneSound(VOICE);
        lena = desk(Demo.AGENT, sound);
        lena.present("Available");
    }

    /// What is left of a call after a failure is no reason for the next test to fail.
    @AfterEach
    void nobodyIsInACall() {
        for (var button : List.of("#end-call", "#complete")) {
            if (lena.shows(button)) {
                lena.press(button);
                lena.until(button + " has done its work", () -> !lena.shows(button));
            }
        }
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
        lena.until("the line is measured", () -> lena.text("#call-line").equals(GOOD));
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
    void muteIsTheTruthOverHoldAndResume() {
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
        // the music, which has something of every tone, dies away
        until("the contact hears nothing, muted still", () -> caller.hears(VOICE) < SILENT);
        assertThat(lena.on("#mute")).isTrue();

        lena.press("#mute");
        until("the contact hears the agent again", () -> caller.hears(VOICE) > LOUD);
        assertThat(lena.on("#mute")).isFalse();
        done("#end-call");
    }

    @Test
    void aMutedAgentIsSilentForWholeConferenceAndForWhoOnlyListensAndHearsThemAll() {
        var caller = answered("+12025550163");
        var third = Caller.joins(centre, caller.conference(), "+12025550164", THIRD, false);
        var monitor = Caller.joins(centre, caller.conference(), "+12025550165", MONITOR, true);
        until("everybody hears the agent", () -> allHear(caller, third, monitor));
        until("the agent hears the third", () -> sound.hearing().tone(THIRD) > LOUD);

        lena.press("#mute");
        until(
                "nobody hears the agent",
                () -> caller.hears(VOICE) < SILENT && third.hears(VOICE) < SILENT && monitor.hears(VOICE) < SILENT);
        assertThat(lena.on("#mute")).isTrue();
        assertThat(sound.hearing().tone(Caller.TONE))
                .as("the contact, to the agent")
                .isGreaterThan(LOUD);
        assertThat(sound.hearing().tone(THIRD)).as("the third, to the agent").isGreaterThan(LOUD);
        assertThat(sound.hearing().tone(MONITOR))
                .as("who only listens, to the agent")
                .isLessThan(FAINT);
        assertThat(caller.hears(THIRD)).as("the third, to the contact").isGreaterThan(LOUD);
        assertThat(caller.hears(MONITOR)).as("who only listens, to the contact").isLessThan(SILENT);
        assertThat(monitor.hears(Caller.TONE))
                .as("the contact, to who only listens")
                .isGreaterThan(LOUD);
        assertThat(monitor.hears(THIRD)).as("the third, to who only listens").isGreaterThan(LOUD);

        monitor.hangsUp();
        third.hangsUp();
        until("the third is gone", () -> caller.hears(THIRD) < SILENT);
        assertThat(caller.hears(VOICE)).as("muted still").isLessThan(SILENT);
        lena.press("#mute");
        until("the contact hears the agent again", () -> caller.hears(VOICE) > LOUD);
        done("#end-call");
    }

    @Test
    void aMutedAgentStaysMutedWhenTheWayToTheCarrierBreaksAndIsMadeAgain() {
        var caller = answered("+12025550166");
        lena.press("#mute");
        until("the contact hears nothing", () -> caller.hears(VOICE) < SILENT);
        lena.until("the line is measured", () -> lena.text("#call-line").equals(GOOD));

        sound.cut();
        lena.until("the break is seen", () -> !lena.text("#call-line").equals(GOOD));
        assertThat(caller.hears(VOICE)).as("while it is broken").isLessThan(SILENT);
        assertThat(lena.on("#mute")).isTrue();
        lena.until("the way is there again", () -> lena.text("#call-line").equals(GOOD));
        assertThat(caller.hears(VOICE)).as("once it is made again").isLessThan(SILENT);
        assertThat(lena.on("#mute")).isTrue();
        assertThat(sound.hearing().tone(Caller.TONE))
                .as("the contact, to the agent")
                .isGreaterThan(LOUD);

        lena.press("#mute");
        until("the contact hears the agent again", () -> caller.hears(VOICE) > LOUD);
        done("#end-call");
    }

    @Test
    void whoCallsThemselvesHearsTheirVoice() {
        lena.press("#rail-SETTINGS");
        lena.press("#call-myself");
        lena.until("what to do is said", () -> lena.reads("Speak after the tone."));
        lena.picture("end-to-end-echo");
        until("she hears herself", () -> sound.hearing().tone(VOICE) > CLEAR);
        lena.until("her voice came back", () -> lena.reads(CAME_BACK));
        lena.press("#rail-DESK");
    }

    @Test
    void whoseMicrophoneIsSilentIsNotHeardWhenTheyCallThemselves() throws IOException {
        Demo.signIn(centre.backend(), Demo.SECOND_AGENT, centre.secrets().password())
                .put("/api/v1/talk-way", Map.of("kind", "DEVICE"));
        try (var marco = desk(Demo.SECOND_AGENT, new ToneSound(VOICE, _ -> false))) {
            marco.press("#rail-SETTINGS");
            marco.press("#call-myself");
            marco.until("his voice did not come back", () -> marco.reads(DID_NOT_COME_BACK));
            assertThat(marco.reads(CAME_BACK)).isFalse();
        }
    }

    @Test
    void aCallTakenAtOneOfTwoDesksOfAnAgentStaysThereUntilTheOtherTakesItOver() throws IOException {
        var second = new ToneSound(SECOND_VOICE);
        try (var other = desk(Demo.AGENT, folder.resolve("lena-again"), second)) {
            var caller = answered("+12025550170");
            other.until(
                    "it is said where she talks", () -> other.text("#call-line").equals(ELSEWHERE));
            assertThat(caller.hears(SECOND_VOICE)).as("of the other desk").isLessThan(FAINT);
            assertThat(Stream.of("#mute", "#keypad", "#hold", "#end-call").filter(other::works))
                    .as("what can be done from here")
                    .containsExactly("#hold", "#end-call");
            other.picture("end-to-end-elsewhere");

            other.press("#rejoin");
            until(
                    "the contact and the other desk hear each other",
                    () -> caller.hears(SECOND_VOICE) > LOUD && second.hearing().tone(Caller.TONE) > LOUD);
            lena.until(
                    "it is said where she talks", () -> lena.text("#call-line").equals(ELSEWHERE));
            assertThat(caller.hears(VOICE)).as("of the desk before").isLessThan(FAINT);
            assertThat(caller.hears(SECOND_VOICE)).as("not taken back").isGreaterThan(LOUD);
            assertThat(agentLegs()).isEqualTo(1);

            other.press("#end-call");
            other.press("#complete");
            lena.until("the desk is free again", () -> !lena.shows("#complete") && !lena.shows("#call-line"));
        }
        lena.present("Available");
    }

    @Test
    void anAgentWithASipPhoneTalksIsMutedHeldAndFreeAgain() throws IOException {
        try (var marco = marcoBySip("answers")) {
            var caller = Caller.phones(centre.simulator(), "+12025550167", "3");
            marco.press("#answer");
            var phone = sipPhone().says(SIP_VOICE);
            until("both hear each other", () -> caller.hears(SIP_VOICE) > LOUD && phone.hears(Caller.TONE) > LOUD);
            marco.until("the call bar", () -> marco.shows("#call-line"));
            assertThat(marco.shows("#keypad")).as("a keypad that does nothing").isFalse();
            marco.picture("end-to-end-sip");

            marco.press("#mute");
            until("the contact hears nothing", () -> caller.hears(SIP_VOICE) < SILENT);
            assertThat(phone.hears(Caller.TONE)).isGreaterThan(LOUD);
            marco.until("it is shown", () -> marco.on("#mute"));
            marco.press("#hold");
            until("the phone hears nothing of the contact", () -> phone.hears(Caller.TONE) < SILENT);
            marco.press("#hold");
            until("the phone hears the contact again", () -> phone.hears(Caller.TONE) > LOUD);
            until("the contact hears nothing, muted still", () -> caller.hears(SIP_VOICE) < SILENT);
            marco.press("#mute");
            until("the contact hears the phone again", () -> caller.hears(SIP_VOICE) > LOUD);

            marco.press("#end-call");
            marco.press("#complete");
            marco.until("the desk is free again", () -> !marco.shows("#complete"));
            until(
                    "the phone is hung up",
                    () -> phone.leg().path("status").asText().equals("completed"));
        }
        lena.present("Available");
    }

    @Test
    void aContactGoesToTheNextAgentWhenASipPhoneIsBusy() throws IOException {
        goesOn("busy", "+12025550168");
    }

    @Test
    void aContactGoesToTheNextAgentWhenASipPhoneIsNotAnswered() throws IOException {
        goesOn("no-answer", "+12025550169");
    }

    private static void goesOn(String how, String from) throws IOException {
        try (var marco = marcoBySip(how)) {
            var caller = Caller.phones(centre.simulator(), from, "3");
            marco.press("#answer");
            marco.until("he is away", () -> marco.accessible("#presence").contains("Line not answered"));
            lena.present("Available");
            lena.press("#answer");
            until(
                    "the contact and the next agent hear each other",
                    () -> caller.hears(VOICE) > LOUD && sound.hearing().tone(Caller.TONE) > LOUD);
            done("#end-call");
        }
    }

    /// Marco, who talks by a SIP phone that does so when it rings, is available, and nobody else is.
    private static RunningDesk marcoBySip(String phone) throws IOException {
        Caller.behaves(centre.simulator(), SIP, phone);
        Demo.signIn(centre.backend(), Demo.SECOND_AGENT, centre.secrets().password())
                .put("/api/v1/talk-way", Map.of("kind", "SIP", "address", SIP));
        lena.present("Break");
        var marco = desk(Demo.SECOND_AGENT, new ToneSound(VOICE));
        marco.present("Available");
        return marco;
    }

    /// The phone's leg, once it is picked up.
    private static Caller sipPhone() {
        until("the phone is picked up", () -> !sipCalls().isEmpty());
        return new Caller(centre.simulator(), sipCalls().getLast());
    }

    private static List<String> sipCalls() {
        var calls = centre.simulator().get("/control/ledger?webhooks=false").path("calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.path("to").asText().equals(SIP)
                        && call.path("status").asText().equals("in-progress"))
                .map(call -> call.path("sid").asText())
                .toList();
    }

    private static boolean allHear(Caller... everybody) {
        return Stream.of(everybody).allMatch(each -> each.hears(VOICE) > LOUD);
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

    private static long agentLegs() {
        var calls = centre.simulator().get("/control/ledger?webhooks=false").path("calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(leg -> leg.path("from").asText().startsWith("client:")
                        && leg.path("status").asText().equals("in-progress"))
                .count();
    }

    private static RunningDesk desk(String email, ToneSound sound) throws IOException {
        return desk(email, folder.resolve(email), sound);
    }

    private static RunningDesk desk(String email, Path home, ToneSound sound) throws IOException {
        return RunningDesk.signIn(
                centre.backendAddress().toString(),
                Demo.TENANT,
                email,
                centre.secrets().password(),
                home,
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
