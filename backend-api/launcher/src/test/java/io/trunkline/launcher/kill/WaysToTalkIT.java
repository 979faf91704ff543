package io.trunkline.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Plan;
import io.trunkline.launcher.Rest;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Agents' lines against the packaged backend and the simulator: phones that are dialled, and desktops that die while
/// their leg lives.
class WaysToTalkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    private static Centre centre;
    private static Rest simulator;
    private static HttpClient http;
    private static ExecutorService threads;

    @BeforeAll
    static void start() {
        var plan = Plan.test(Path.of("../..").toAbsolutePath().normalize(), folder.resolve("centre"));
        centre = Centre.start(
                plan,
                Map.of("TRUNKLINE_TELEPHONY_AGENT_GRACE", "60s", "TRUNKLINE_IDENTITY_REQUESTS_PER_MINUTE", "10000"));
        Demo.seed(centre);
        simulator = centre.simulator();
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        centre.close();
    }

    @Test
    void anAgentTalksByPhoneIsMutedAtTheCarrierAndHangsUp() {
        var phone = "+12025550143";
        var contact = "+12025550144";
        var marco = marcoBy(phone);
        var call = called(marco, contact).path("interaction").asText();
        until("the phone was rung first", () -> !legTo(phone).isMissingNode());
        until("both hear each other", () -> hears(contact, phone) && hears(phone, contact));
        until("the desk sees both connected", () -> connected(marco, call) == 2);

        turn(marco, call, "mute", true);
        until("the contact hears nothing of a muted agent", () -> !hears(contact, phone));
        assertThat(hears(phone, contact)).isTrue();
        turn(marco, call, "mute", false);
        until("the contact hears the agent again", () -> hears(contact, phone));

        end(marco, call, phone, contact);
    }

    @Test
    void aMutedAgentWhosePhoneIsRungAgainIsHeardAtNoMoment() {
        var phone = "+12025550149";
        var contact = "+12025550150";
        var marco = marcoBy(phone);
        var begun = called(marco, contact);
        var call = begun.path("interaction").asText();
        until("both hear each other", () -> hears(contact, phone) && hears(phone, contact));
        turn(marco, call, "mute", true);
        until("the contact hears nothing of a muted agent", () -> !hears(contact, phone));
        until("it is shown", () -> state(marco, call).path("muted").asBoolean());

        var first = legTo(phone).path("sid").asText();
        simulator.post("/control/calls/" + first + "/hangup", Map.of());
        until("the agent is lost", () -> state(marco, call).path("agentLost").asBoolean());
        marco.post("/api/v1/reservations/" + begun.path("reservation").asText() + "/leg", command());
        until("the phone hears the contact again", () -> {
            assertThat(hears(contact, phone)).as("the agent, by the contact").isFalse();
            return !legTo(phone).path("sid").asText().equals(first) && hears(phone, contact);
        });
        assertThat(hears(contact, phone)).isFalse();
        assertThat(dialledMuted(phone)).containsExactly("false", "true");
        assertThat(state(marco, call).path("muted").asBoolean()).isTrue();

        turn(marco, call, "mute", false);
        until("the contact hears the agent again", () -> hears(contact, phone));
        until("it is shown", () -> !state(marco, call).path("muted").asBoolean());
        end(marco, call, phone, contact);
    }

    @Test
    void aHoldThatTheCarrierFailsAtForAsLongAsItIsTriedIsTakenBackAndWorksAgainLater() {
        var phone = "+12025550147";
        var contact = "+12025550148";
        var marco = marcoBy(phone);
        var call = called(marco, contact).path("interaction").asText();
        until("both hear each other", () -> hears(contact, phone) && hears(phone, contact));

        simulator.post("/control/unkind", Map.of("failNextRest", 10_000, "failRestStatus", 503));
        turn(marco, call, "hold", true);
        until("the hold is taken back", () -> !state(marco, call).path("held").asBoolean());
        assertThat(hears(contact, phone)).as("what the contact truly hears").isTrue();

        simulator.post("/control/unkind", Map.of("failNextRest", 0));
        turn(marco, call, "hold", true);
        until("the contact hears nothing on hold", () -> !hears(contact, phone));
        simulator.post("/control/unkind", Map.of("failNextRest", 10_000));
        turn(marco, call, "hold", false);
        until(
                "it is shown that they are still on hold",
                () -> state(marco, call).path("held").asBoolean());
        assertThat(hears(contact, phone)).isFalse();

        simulator.post("/control/unkind", Map.of("failNextRest", 0));
        turn(marco, call, "hold", false);
        until("both hear each other again", () -> hears(contact, phone));
        assertThat(state(marco, call).path("held").asBoolean()).isFalse();
        end(marco, call, phone, contact);
    }

    @Test
    void aDesktopThatDiesLeavesTheContactInComfortAndTheNextOneIsBackInTheConversation() {
        var lena = signIn(Demo.AGENT);
        var first = desk(lena);
        lena.put("/api/v1/presence", command("state", "AVAILABLE"));
        var contact = simulator
                .post(
                        "/control/calls",
                        Map.of("from", "+12025550145", "to", Demo.NUMBER, "digits", "3", "patience", 300))
                .path("sid")
                .asText();
        until("the offer", () -> !reservation(lena, "OFFERED").isMissingNode());
        var offer = reservation(lena, "OFFERED");
        var call = offer.path("interaction").asText();
        lena.post("/api/v1/reservations/" + offer.path("id").asText() + "/accept", command());
        join(first, offer.path("id").asText(), lena, call);

        first.feed().end();
        until("the contact is held", () -> state(lena, call).path("agentLost").asBoolean());
        until(
                "the carrier holds the contact",
                () -> !simulator
                        .get("/control/calls/" + contact)
                        .path("hears")
                        .toString()
                        .contains("CA"));
        assertThat(agentLegs()).hasSize(1);

        var second = desk(lena);
        join(second, offer.path("id").asText(), lena, call);
        until(
                "the comfort has ended",
                () -> !state(lena, call).path("agentLost").asBoolean());
        until("one leg of the agent's is left", () -> agentLegs().size() == 1);
        until(
                "the contact hears the agent",
                () -> simulator
                        .get("/control/calls/" + contact)
                        .path("hears")
                        .toString()
                        .contains("CA"));
        lena.post("/api/v1/interactions/" + call + "/call/hang-up", command());
    }

    @Test
    void whoHearsThemselvesLeavesNothingBehindAndWhoCallsAColleagueIsFreeAgainAfterwards() {
        var ruth = signIn(Demo.SUPERVISOR);
        var device = new Device(http, ruth.get("/api/v1/voice/credentials"));
        threads.execute(device);
        try (var sql = new Sql(centre.plan())) {
            var interactions = sql.number("select count(*) from interaction");
            until("the echo begins", () -> calls(sql, device, "echo=1", "kind = 'ECHO'"));
            until("what was said is heard and gone", () -> sql.number("""
                    select count(*) from carrier_command where kind = 'DeleteRecording' and state = 'DONE'""") == 1);

            var marco = signIn(Demo.SECOND_AGENT).get("/api/v1/me").path("id").asText();
            until("the echo's leg is over", () -> !device.busy());
            until("the colleague is called", () -> calls(sql, device, "colleague=" + marco, "kind = 'COLLEAGUE'"));
            device.hangUp();
            until("it is over", () -> sql.number("select count(*) from device_call where outcome is not null") == 1);
            assertThat(sql.number("select count(*) from occupation")).isZero();
            assertThat(sql.number("select count(*) from interaction")).isEqualTo(interactions);
        }
    }

    private static boolean calls(Sql sql, Device device, String params, String row) {
        device.call(params);
        return sql.number("select count(*) from device_call where " + row) == 1;
    }

    /// An agent who talks by this telephone.
    private static Rest marcoBy(String phone) {
        var marco = signIn(Demo.SECOND_AGENT);
        answers(phone);
        marco.put("/api/v1/talk-way", Map.of("kind", "PHONE", "address", phone));
        return marco;
    }

    private static JsonNode called(Rest agent, String contact) {
        answers(contact);
        return agent.post("/api/v1/calls", command("to", contact));
    }

    /// `what` is `mute` or `hold`.
    private static void turn(Rest agent, String call, String what, boolean on) {
        agent.post("/api/v1/interactions/" + call + "/call/" + what, command("on", on));
    }

    private static void end(Rest agent, String call, String phone, String contact) {
        agent.post("/api/v1/interactions/" + call + "/call/hang-up", command());
        until("both lines are free", () -> ended(phone) && ended(contact));
        agent.put("/api/v1/talk-way", Map.of("kind", "DEVICE"));
        agent.post("/api/v1/interactions/" + call + "/complete", command());
    }

    private record Desk(Feed feed, Device device) {}

    private static Desk desk(Rest agent) {
        var token = token(Demo.AGENT);
        var feed = new Feed(http, Feed.at(agent.base()), token, _ -> {});
        var device = new Device(http, agent.get("/api/v1/voice/credentials"));
        threads.execute(feed);
        threads.execute(device);
        until("the feed", () -> feed.position() > 0);
        return new Desk(feed, device);
    }

    private static void join(Desk desk, String reservation, Rest agent, String call) {
        until("the device is in the call", () -> {
            desk.device().connect(reservation);
            return desk.device().connected();
        });
        until("the conference", () -> connected(agent, call) >= 2);
    }

    private static JsonNode reservation(Rest agent, String state) {
        return StreamSupport.stream(
                        agent.get("/api/v1/desk").path("reservations").spliterator(), false)
                .filter(each -> each.path("state").asText().equals(state))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode state(Rest agent, String call) {
        return agent.get("/api/v1/interactions/" + call + "/call");
    }

    private static long connected(Rest agent, String call) {
        return StreamSupport.stream(state(agent, call).path("parties").spliterator(), false)
                .filter(party -> party.path("connected").asBoolean())
                .count();
    }

    private static List<JsonNode> agentLegs() {
        return StreamSupport.stream(
                        simulator.get("/control/calls").path("calls").spliterator(), false)
                .filter(leg -> leg.path("status").asText().equals("in-progress"))
                .filter(leg -> leg.path("from").asText().startsWith("client:"))
                .toList();
    }

    private static void answers(String number) {
        simulator.post("/control/phones", Map.of("number", number, "answer", "answers", "afterSeconds", 1));
    }

    private static boolean hears(String listener, String speaker) {
        var ears = legTo(listener).path("sid").asText();
        var mouth = legTo(speaker).path("sid").asText();
        return !ears.isEmpty()
                && !mouth.isEmpty()
                && simulator
                        .get("/control/calls/" + ears)
                        .path("hears")
                        .toString()
                        .contains(mouth);
    }

    /// Whether each dial of the number asked for one who is not heard.
    private static List<String> dialledMuted(String number) {
        return StreamSupport.stream(simulator.get("/control/requests").spliterator(), false)
                .filter(asked -> asked.path("path").asText().endsWith("/Participants.json"))
                .map(asked -> asked.path("fields"))
                .filter(fields -> fields.path("To").asText().equals(number))
                .map(fields -> fields.path("Muted").asText())
                .toList();
    }

    private static boolean ended(String number) {
        return legTo(number).path("status").asText().equals("completed");
    }

    private static JsonNode legTo(String number) {
        var calls = simulator.get("/control/ledger?webhooks=false").path("calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.path("to").asText().equals(number))
                .reduce((_, last) -> last)
                .orElse(MissingNode.getInstance());
    }

    private static Rest signIn(String email) {
        return centre.backend().as(token(email));
    }

    private static String token(String email) {
        var asked = Map.of(
                "tenant",
                Demo.TENANT,
                "email",
                email,
                "password",
                centre.secrets().password());
        return centre.backend().post("/api/v1/login", asked).path("accessToken").asText();
    }

    private static Map<String, Object> command() {
        return Map.of("command", UUID.randomUUID());
    }

    private static Map<String, Object> command(String field, Object value) {
        return Map.of("command", UUID.randomUUID(), field, value);
    }

    private static void until(String what, BooleanSupplier condition) {
        Wait.until(
                PATIENCE,
                () -> {
                    Wait.briefly(50);
                    return condition.getAsBoolean();
                },
                () -> what);
    }
}
