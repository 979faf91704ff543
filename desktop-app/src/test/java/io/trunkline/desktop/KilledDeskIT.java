package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Figures;
import io.trunkline.launcher.Plan;
import io.trunkline.launcher.Rest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real desktop is killed in mid-call, again and again, while its leg still lives at the carrier: the contact is
/// kept and comforted, and the agent is back in the same conversation before they have drawn breath.
class KilledDeskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int TIMES = Integer.getInteger("desk.kills", 20);
    private static final double LOUD = 2_000;
    /// Above what comfort music has of the agent's tone.
    private static final double SILENT = 500;
    private static final String NOTE = "Half a note, not saved yet";

    @TempDir
    Path folder;

    private Centre centre;
    private Rest lena;
    private DeskProcess desk;
    private Caller caller;

    @BeforeEach
    void lenaTalks() throws IOException {
        var plan = Plan.test(Path.of("..").toAbsolutePath().normalize(), folder.resolve("centre"));
        centre = Centre.start(plan, Map.of("TRUNKLINE_TELEPHONY_DESK_LOST_AFTER", "PT1S"));
        Demo.seed(centre);
        lena = Demo.signIn(centre.backend(), Demo.AGENT, centre.secrets().password());
        desk = DeskProcess.signIn(centre, folder, _ -> {});
        until("the desk", () -> desk.shows(".rail"));
        lena.put("/api/v1/presence", Map.of("command", UUID.randomUUID(), "state", "AVAILABLE"));
        caller = Caller.phones(centre.simulator(), "+12025550191", "3");
        until("it rings", () -> reservation().hasNonNull("ringingAt"));
        desk.act("press #answer");
        until("both hear each other", this::bothHear);
    }

    @AfterEach
    void theCentreStops() {
        if (desk != null) {
            desk.close();
        }
        if (centre != null) {
            centre.close();
        }
    }

    @Test
    void aKilledDesktopIsBackInTheSameCallWithNotesTimerMuteAndHoldTwentyTimesInARow() {
        desk.act("write #note " + NOTE);
        until("the draft is kept", () -> desk.act("text #saved").contains("kept"));
        var conference = caller.conference();
        var accepted = Instant.parse(reservation().path("acceptedAt").asText());
        var back = new ArrayList<Long>();
        var all = new ArrayList<Long>();
        for (var time = 0; time < TIMES; time++) {
            var muted = time % 5 == 2 || time % 5 == 4;
            var held = time % 5 == 3 || time % 5 == 4;
            wish("#mute", muted);
            wish("#hold", held);
            until(
                    "it is written down",
                    () -> call().path("muted").asBoolean() == muted
                            && call().path("held").asBoolean() == held);
            var killed = agentLegs();

            desk.kill();
            until("the contact is comforted", () -> caller.leg().path("held").asBoolean() && caller.hearsAtAll() > 500);
            assertThat(caller.conference()).isEqualTo(conference);

            var began = System.nanoTime();
            desk = DeskProcess.start(folder.resolve("desk"));
            closely("the agent is back, time " + time, () -> isBack(muted, held, killed));
            var millis = (System.nanoTime() - began) / 1_000_000;
            all.add(millis);
            if (!muted && !held) {
                back.add(millis);
            }
            staysSo(muted, held);
            assertThat(desk.shows("#sound-check"))
                    .as("a test of the devices over the call")
                    .isFalse();
            until("the note is there", () -> desk.act("text #note").equals(NOTE));
            assertThat(caller.conference()).isEqualTo(conference);
            assertThat(agentLegs()).as("agent legs").hasSize(1).doesNotContainAnyElementsOf(killed);
            assertThat(timer()).as("the timer").isBetween(seconds(accepted) - 3, seconds(accepted) + 1);
            if (held) {
                wish("#hold", false);
                until("the agent hears the contact after the hold", () -> desk.hears(Caller.TONE) > LOUD);
            }
        }
        var slowest = back.stream().mapToLong(Long::longValue).max().orElseThrow();
        System.out.println("From process launch to tone both ways, ms: " + back + "; muted and held as well: " + all);
        Figures.record("desktop.kill.back.slowest", (double) slowest, "ms", "< 5000", slowest < 5_000);
        Figures.record("desktop.kill.times", TIMES, "kills", "20", TIMES >= 20);
        // the slowest is judged by the figure: one busy moment of the machine is no reason to refuse a change
        assertThat(median(back)).as("ms until tone both ways, the median").isLessThan(5_000);
        assertThat(median(all)).as("ms, muted and held as well, the median").isLessThan(5_000);
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    private boolean bothHear() {
        return caller.hears(DrivenDesk.VOICE) > LOUD && desk.hears(Caller.TONE) > LOUD;
    }

    /// What was heard before the kill is heard again, and what was not is not. Nothing is heard of one who is on hold,
    /// and the killed one's leg may still live: another than that must be there.
    private boolean isBack(boolean muted, boolean held, Set<String> killed) {
        if (!desk.shows("#call-line")) {
            return false;
        }
        if (held) {
            var legs = agentLegs();
            return legs.size() == 1
                    && !legs.equals(killed)
                    && desk.act("on #hold").equals("true");
        }
        return desk.hears(Caller.TONE) > LOUD && (muted || caller.hears(DrivenDesk.VOICE) > LOUD);
    }

    private void staysSo(boolean muted, boolean held) {
        assertThat(desk.act("on #mute")).isEqualTo(String.valueOf(muted));
        assertThat(desk.act("on #hold")).isEqualTo(String.valueOf(held));
        if (muted || held) {
            assertThat(caller.hears(DrivenDesk.VOICE)).isLessThan(SILENT);
        }
    }

    /// Presses a switch of the call bar unless it is so already.
    private void wish(String selector, boolean on) {
        if (!desk.act("on " + selector).equals(String.valueOf(on))) {
            desk.act("press " + selector);
            until(selector + " is " + on, () -> desk.act("on " + selector).equals(String.valueOf(on)));
        }
    }

    private JsonNode reservation() {
        return lena.get("/api/v1/desk").path("reservations").path(0);
    }

    private JsonNode call() {
        return lena.get("/api/v1/desk").path("calls").path(0);
    }

    private Set<String> agentLegs() {
        var calls = centre.simulator().get("/control/ledger?webhooks=false").path("calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(leg -> leg.path("from").asText().startsWith("client:")
                        && leg.path("status").asText().equals("in-progress"))
                .map(leg -> leg.path("sid").asText())
                .collect(Collectors.toSet());
    }

    /// What the timer of the call bar shows, in seconds.
    private long timer() {
        var shown = desk.act("text #call-timer").split(":", -1);
        var seconds = 0L;
        for (var part : shown) {
            seconds = seconds * 60 + Long.parseLong(part.strip());
        }
        return seconds;
    }

    private static long seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }

    private void closely(String what, Supplier<Boolean> condition) {
        try {
            Waits.closely(what, PATIENCE, condition);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + evidence(), e);
        }
    }

    private void until(String what, Supplier<Boolean> condition) {
        try {
            Waits.until(what, PATIENCE, condition);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + evidence(), e);
        }
    }

    /// What the desktop shows stands in `target/pictures/killed-desk.png`.
    private String evidence() {
        desk.act("picture killed-desk");
        return "; the contact hears %.0f of the agent and %d at all, the agent hears %.0f; legs %s; %s; %s"
                .formatted(
                        caller.hears(DrivenDesk.VOICE),
                        caller.hearsAtAll(),
                        desk.hears(Caller.TONE),
                        agentLegs(),
                        caller.leg(),
                        call());
    }
}
