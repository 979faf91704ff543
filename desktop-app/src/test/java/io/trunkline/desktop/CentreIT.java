package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Plan;
import io.trunkline.launcher.Rest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The packaged backend and simulator as programs of their own, and the real desktop against them over TCP. State is
/// touched by the desktop's screen, the simulator's control and REST only.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CentreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    private static Centre centre;
    private static Rest simulator;
    private static Rest supervisor;
    private static RunningDesk lena;

    @RegisterExtension
    static final WhatHappened TOLD = new WhatHappened(() -> centre);

    @BeforeAll
    static void theCentreRuns() throws IOException {
        centre =
                Centre.start(Plan.test(Path.of("..").toAbsolutePath().normalize(), folder.resolve("centre")), Map.of());
        Demo.seed(centre);
        simulator = centre.simulator();
        supervisor =
                Demo.signIn(centre.backend(), Demo.SUPERVISOR, centre.secrets().password());
        lena = desk(Demo.AGENT);
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
    @Order(1)
    void aCallIsAnsweredNotedWrappedUpAndRecorded() {
        var caller = "+12025550181";
        var call = phone(caller, "2");

        lena.press("#answer");
        lena.until("the call bar", () -> lena.shows("#call-line"));
        untilTalking(call);
        lena.write("#note", "Wants the March invoice again");
        lena.press("#save-note");
        lena.until("the note is saved", () -> lena.shows("#saved"));
        lena.picture("end-to-end-call");
        lena.press("#end-call");
        lena.choose("#disposition", "Solved");
        lena.press("#complete");
        lena.until("the desk is free again", () -> !lena.shows("#complete"));

        var interaction = lastOf(caller);
        assertThat(interaction.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(interaction.path("outcome").asText()).isEqualTo("HANDLED");
        assertThat(interaction.path("disposition").asText()).isEqualTo("Solved");
        assertThat(interaction.path("queue").path("name").asText()).isEqualTo("Billing");
        assertThat(detail(interaction).path("notes").path(0).path("text").asText())
                .isEqualTo("Wants the March invoice again");
        new RecordingCheck(supervisor, simulator).agrees(interaction, call);
    }

    @Test
    @Order(2)
    void aTextIsAnsweredInItsThread() {
        var writer = "+12025550182";
        simulator.post("/control/texts", Map.of("from", writer, "to", Demo.NUMBER, "body", "Is my order on its way?"));

        lena.press("#answer");
        lena.until("the text is shown", () -> lena.reads("Is my order on its way?"));
        lena.write("#composer", "It arrives tomorrow.");
        lena.press("#send");
        until(
                "the contact has the answer",
                () -> simulator.get("/control/ledger?webhooks=false").toString().contains("It arrives tomorrow."));
        lena.picture("end-to-end-text");
        lena.press("#finish");
        lena.press("#complete");
        lena.until("the desk is free again", () -> !lena.shows("#complete"));

        assertThat(lastOf(writer).path("state").asText()).isEqualTo("COMPLETED");
        var thread = supervisor.get("/api/v1/threads").path("items").path(0);
        until(
                "the answer is delivered",
                () -> messages(thread).path(0).path("state").asText().equals("DELIVERED"));
    }

    @Test
    @Order(3)
    void aDeclinedCallGoesToTheNextAgent() throws IOException {
        try (var marco = desk(Demo.SECOND_AGENT)) {
            lena.present("Break");
            untilPresent("Lena Brandt", "AWAY");
            marco.present("Available");
            var caller = "+12025550183";
            var call = phone(caller, "3");
            marco.until("the offer", () -> marco.shows("#decline"));
            lena.present("Available");
            marco.press("#decline");

            lena.press("#answer");
            untilTalking(call);
            lena.press("#end-call");
            lena.press("#complete");
            until("it is completed", () -> lastOf(caller).path("state").asText().equals("COMPLETED"));
            assertThat(lastOf(caller).path("agent").path("name").asText()).isEqualTo("Lena Brandt");
        }
    }

    @Test
    @Order(4)
    void whoHangsUpWhileItRingsLeavesNothingRinging() {
        var caller = "+12025550184";
        var call = phone(caller, "3");
        lena.until("the offer", () -> lena.shows("#answer"));

        simulator.post("/control/calls/" + call + "/hangup", Map.of());

        lena.until("it rings no more", () -> !lena.shows("#answer"));
        until("it is abandoned", () -> lastOf(caller).path("outcome").asText().equals("ABANDONED"));
        lena.until("the agent is available", () -> lena.reads("Available"));
    }

    @Test
    @Order(5)
    void anOutboundCallIsPlacedTalkedAndEnded() {
        var number = "+12025550185";
        simulator.post("/control/phones", Map.of("number", number, "answer", "answers", "afterSeconds", 1));

        lena.call(number);
        lena.until("the call bar", () -> lena.shows("#call-line"));
        until(
                "the contact has answered",
                () -> legTo(number).path("status").asText().equals("in-progress"));
        untilTalking(legTo(number).path("sid").asText());
        lena.press("#end-call");
        lena.choose("#disposition", "Call back");
        lena.press("#complete");

        until("it is completed", () -> lastOf(number).path("state").asText().equals("COMPLETED"));
        assertThat(lastOf(number).path("direction").asText()).isEqualTo("OUTBOUND");
        assertThat(lastOf(number).path("queue").path("name").asText()).isEqualTo("Billing");
    }

    @Test
    @Order(6)
    void aBlindTransferTakesTheContactToTheOtherAgent() throws IOException {
        try (var marco = desk(Demo.SECOND_AGENT)) {
            marco.present("Break");
            untilPresent("Marco Silva", "AWAY");
            var caller = "+12025550186";
            var call = phone(caller, "3");
            lena.press("#answer");
            untilTalking(call);
            marco.present("Available");

            lena.press("#transfer");
            lena.press("#transfer-queue");
            lena.pick("#transfer-targets", "Sales");
            lena.press("#complete");
            marco.press("#answer");
            untilTalking(call);
            marco.press("#hold");
            until("the contact is held", () -> !hears(call));
            marco.press("#hold");
            untilTalking(call);
            marco.press("#end-call");
            marco.press("#complete");

            until("it is completed", () -> lastOf(caller).path("state").asText().equals("COMPLETED"));
            assertThat(lastOf(caller).path("agent").path("name").asText()).isEqualTo("Marco Silva");
            assertThat(lastOf(caller).path("queue").path("name").asText()).isEqualTo("Sales");
            assertThat(detail(lastOf(caller)).path("segments").size()).isEqualTo(2);
        }
    }

    @Test
    @Order(7)
    void whoDoesNotAnswerIsNotRungAgainAndTheNextIsAsked() throws IOException {
        try (var marco = desk(Demo.SECOND_AGENT)) {
            marco.present("Break");
            untilPresent("Marco Silva", "AWAY");
            var caller = "+12025550187";
            var call = phone(caller, "3");
            lena.until("the offer", () -> lena.shows("#answer"));
            lena.until("it rings no more", () -> !lena.shows("#answer"));
            marco.present("Available");

            marco.press("#answer");
            untilTalking(call);
            assertThat(lena.shows("#answer")).isFalse();
            assertThat(expiredFor(lastOf(caller), "Lena Brandt")).isEqualTo(1);
            marco.press("#end-call");
            marco.press("#complete");
            until("it is completed", () -> lastOf(caller).path("state").asText().equals("COMPLETED"));
        }
    }

    @Test
    @Order(8)
    void aScreenOnAWallShowsWhoWaitsAsItHappensThoughItMayDoNothingElse() throws IOException {
        var password = centre.secrets().password();
        var admin = Demo.signIn(centre.backend(), Demo.ADMINISTRATOR, password);
        admin.post(
                "/api/v1/users",
                Map.of(
                        "name",
                        "Hall",
                        "email",
                        "hall@demo.example",
                        "password",
                        password,
                        "roles",
                        List.of("VIEWER"),
                        "queues",
                        List.of(),
                        "skills",
                        Map.of()));
        lena.present("Break");
        untilPresent("Lena Brandt", "AWAY");
        try (var wall = RunningDesk.wall(
                centre.backendAddress().toString(),
                Demo.TENANT,
                "hall@demo.example",
                password,
                folder.resolve("hall"))) {
            var shown = new ShownFigures(wall);
            shown.agreeOnTheWall(supervisor);
            var caller = "+12025550188";
            var call = phone(caller, "3");
            until(
                    "somebody waits",
                    () -> supervisor.get("/api/v1/interactions").toString().contains(caller)
                            && lastOf(caller).path("state").asText().equals("WAITING"));
            shown.agreeOnTheWall(supervisor);
            wall.picture("end-to-end-wall");
            simulator.post("/control/calls/" + call + "/hangup", Map.of());
            until(
                    "it is abandoned",
                    () -> lastOf(caller).path("outcome").asText().equals("ABANDONED"));
            shown.agreeOnTheWall(supervisor);
            assertThat(wall.shows(".rail")).isFalse();
        }
        lena.present("Available");
    }

    @Test
    @Order(9)
    void everyNumberShownEqualsSqlOverTheLedgerAlsoAfterARestart() throws IOException {
        everyCallAndTextOfTheCarrierIsInTheLedgerOnce();
        var sql = new LedgerSql(centre.plan().databaseUrl());
        try (var floor = desk(Demo.SUPERVISOR)) {
            var shown = new ShownFigures(floor);
            sql.agreesWith(supervisor);
            shown.agreeWith(supervisor);
            floor.picture("end-to-end-wallboard");

            centre.stopBackend();
            centre.startBackendAgain();

            var again = Demo.signIn(
                    centre.backend(), Demo.SUPERVISOR, centre.secrets().password());
            sql.agreesWith(again);
            shown.agreeWith(again);
        }
    }

    private static void everyCallAndTextOfTheCarrierIsInTheLedgerOnce() {
        var theirs = simulator.get("/control/ledger?webhooks=false");
        var ours = supervisor.get("/api/v1/interactions").path("items").findValuesAsText("address");
        var arrived = new ArrayList<String>();
        Stream.of("calls", "messages")
                .flatMap(kind -> StreamSupport.stream(theirs.path(kind).spliterator(), false))
                .filter(each -> each.path("direction").asText().equals("inbound")
                        && each.path("to").asText().equals(Demo.NUMBER))
                .forEach(each -> arrived.add(each.path("from").asText()));
        assertThat(arrived).hasSizeGreaterThan(5);
        assertThat(ours).containsAll(arrived);
        arrived.forEach(from -> assertThat(ours).containsOnlyOnce(from));
    }

    private static RunningDesk desk(String email) throws IOException {
        return RunningDesk.signIn(
                centre.backendAddress().toString(),
                Demo.TENANT,
                email,
                centre.secrets().password(),
                folder.resolve(email));
    }

    private static String phone(String from, String digits) {
        return simulator
                .post("/control/calls", Map.of("from", from, "to", Demo.NUMBER, "digits", digits, "patience", 300))
                .path("sid")
                .asText();
    }

    private static void untilTalking(String call) {
        until("the contact hears the agent", () -> hears(call));
    }

    /// Whether somebody's leg is heard in the conference.
    private static boolean hears(String call) {
        var leg = simulator.get("/control/calls/" + call);
        return !leg.path("conference").asText().isEmpty()
                && leg.path("hears").toString().contains("CA");
    }

    private static JsonNode legTo(String number) {
        var calls = simulator.get("/control/ledger?webhooks=false").path("calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.path("to").asText().equals(number))
                .reduce((_, last) -> last)
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    private static JsonNode lastOf(String number) {
        var items = supervisor.get("/api/v1/interactions").path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("contact").path("address").asText().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no interaction of " + number));
    }

    /// The screen shows a wish before it is granted.
    private static void untilPresent(String agent, String state) {
        until(
                agent + " is " + state,
                () -> StreamSupport.stream(supervisor.get("/api/v1/presences").spliterator(), false)
                        .anyMatch(
                                each -> each.path("agent").path("name").asText().equals(agent)
                                        && each.path("state").asText().equals(state)));
    }

    private static long expiredFor(JsonNode interaction, String agent) {
        return StreamSupport.stream(detail(interaction).path("timeline").spliterator(), false)
                .filter(entry -> entry.path("kind").asText().equals("ReservationExpired")
                        && entry.toString().contains(agent))
                .count();
    }

    private static JsonNode detail(JsonNode interaction) {
        return supervisor.get("/api/v1/interactions/" + interaction.path("id").asText());
    }

    private static JsonNode messages(JsonNode thread) {
        return supervisor
                .get("/api/v1/threads/" + thread.path("id").asText() + "/messages")
                .path("items");
    }

    private static void until(String what, Supplier<Boolean> condition) {
        Waits.until(what, PATIENCE, condition);
    }
}
