package io.trunkline.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Figures;
import io.trunkline.launcher.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged backend is killed again and again under live calls, in the moments that hurt. What anybody was told is
/// written down, is.
class KilledBackendIT {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final int LIVE = 50;
    private static final int AGENTS = 24;
    private static final long SEED = 42;
    private static final Duration QUIET = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    @Test
    void losesNothingItAcknowledged() {
        var plan = Plan.test(Path.of("../..").toAbsolutePath().normalize(), folder.resolve("centre"));
        var settings = Map.of("TRUNKLINE_IDENTITY_REQUESTS_PER_MINUTE", "10000");
        try (var centre = Centre.start(plan, settings);
                var sql = new Sql(plan)) {
            Demo.seed(centre);
            try (var shift = new Shift(centre, AGENTS, LIVE + 22, SEED);
                    var killer = new Killer(centre, shift.customers(), shift::dial, SEED)) {
                var kills = new ArrayList<Kill>();
                for (var number = 1; number <= KILLS; number++) {
                    kills.add(killer.kill(number, Aim.of(number), LIVE));
                }
                shift.close(sql, QUIET);
                reckon(centre, shift, sql, kills);
            }
        }
    }

    private static void reckon(Centre centre, Shift shift, Sql sql, List<Kill> kills) {
        var requests = new Requests(centre.simulator().get("/control/requests"));
        var windows = new Windows(kills, requests);
        System.out.println(windows.table());
        var reckoning = new Reckoning(sql, centre.simulator().get("/control/ledger"));
        var notes =
                shift.agents().stream().flatMap(agent -> agent.notes().stream()).toList();
        var texts =
                shift.agents().stream().flatMap(agent -> agent.texts().stream()).toList();
        var webhooks = reckoning.lostWebhooks();
        var events = lostEvents(shift, sql, reckoning, kills);
        var lostNotes = reckoning.lostNotes(notes);
        System.out.printf(
                "%d webhooks and %d notes and %d texts were acknowledged, %d events numbered%n",
                reckoning.acknowledged().size(), notes.size(), texts.size(), sql.number("select count(*) from event"));

        Figures.record("kill9.kills", kills.size(), "kills", "20", kills.size() == KILLS);
        hits("in-transaction", windows.inTransaction());
        hits("commit-to-request", windows.betweenCommitAndRequest());
        hits("request-to-answer", windows.betweenRequestAndRecord());
        lost("webhooks", webhooks);
        lost("events", events);
        lost("notes", lostNotes);
        var ready = kills.stream().map(kill -> kill.ready().toMillis()).sorted().toList();
        Figures.record(
                "kill9.restart-to-ready.p50",
                ready.get(ready.size() / 2),
                "ms",
                "<= 3000",
                ready.get(ready.size() / 2) <= 3000);

        assertThat(shift.failures()).isEmpty();
        assertThat(kills).allSatisfy(kill -> assertThat(kill.live()).isGreaterThanOrEqualTo(LIVE));
        assertThat(webhooks).isEmpty();
        assertThat(events).isEmpty();
        assertThat(lostNotes).isEmpty();
        assertThat(notes).isNotEmpty();
        assertThat(reckoning.lostTexts(texts)).isEmpty();
        assertThat(reckoning.twice(requests)).isEmpty();
        assertThat(windows.inTransaction()).isPositive();
        assertThat(windows.betweenCommitAndRequest()).isPositive();
        assertThat(windows.betweenRequestAndRecord()).isPositive();
    }

    private static List<String> lostEvents(Shift shift, Sql sql, Reckoning reckoning, List<Kill> kills) {
        var lost = new ArrayList<>(reckoning.lostFromOutbox(kills));
        var head = sql.number("select max(seq) from event");
        Wait.until(
                QUIET,
                () -> shift.witness().position() >= head,
                () -> "the witness has heard of %d of %d events"
                        .formatted(shift.witness().position(), head));
        lost.addAll(Reckoning.lostEvents("The supervisor", shift.witness(), shift.replayed(head), head));
        for (var agent : shift.agents()) {
            Wait.until(
                    QUIET,
                    () -> agent.feed().position() >= head,
                    () -> "an agent has heard of %d of %d events"
                            .formatted(agent.feed().position(), head));
            lost.addAll(Reckoning.lostEvents("An agent", agent.feed(), shift.replayed(agent, head), head));
        }
        return lost;
    }

    private static void hits(String window, long kills) {
        Figures.record("kill9.hits." + window, (double) kills, "kills", ">= 1", kills >= 1);
    }

    private static void lost(String what, List<String> lost) {
        lost.stream().limit(20).forEach(System.out::println);
        Figures.record("kill9.lost-" + what, lost.size(), "", "0", lost.isEmpty());
    }
}
