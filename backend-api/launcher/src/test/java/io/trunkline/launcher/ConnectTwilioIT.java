package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The first day with a carrier: the packaged backend, told by its own command line, and the simulator, each behind a
/// proxy that stands where the Internet would.
@TestMethodOrder(OrderAnnotation.class)
class ConnectTwilioIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static FirstDay day;

    @BeforeAll
    static void start() throws IOException {
        day = new FirstDay(folder);
    }

    @AfterAll
    static void stop() {
        day.close();
    }

    @AfterEach
    void everybodyIsKindAgain() {
        day.everybodyIsKindAgain();
    }

    @Test
    @Order(1)
    void onTheFirstDayACustomersCallReachesAQueueAfterOneCommand() {
        var number = day.number(FirstDay.FIRST);
        var before = day.carried(number);

        var dry = day.connect("--number", number, "--queue", "Support", "--dry-run");
        assertThat(dry.exit()).isZero();
        assertThat(dry.said())
                .contains("What changes:", "a new queue 'Support'", "Nothing was changed")
                .contains("https://somebody:…@old.example.com/voice -> "
                        + day.internet().address() + "/twilio/voice/inbound");
        assertThat(day.carried(number)).isEqualTo(before);
        assertThat(day.sql("select count(*) from carrier_account")).isEqualTo("0");
        assertThat(day.sql("select count(*) from queue")).isEqualTo("0");

        var real = day.connect("--number", number, "--queue", "Support", "--yes");
        assertThat(real.exit()).as(real.said()).isZero();
        assertThat(real.said()).contains("Proven:", "Connected.");
        assertThat(day.sql("select count(*) from interaction")).isEqualTo("0");

        var call = day.centre()
                .simulator()
                .post("/control/calls", Map.of("from", "+12025550145", "to", number, "patience", 120))
                .path("sid")
                .asText();
        until(
                "the caller waits",
                () -> day.sql(
                                "select count(*) from interaction i join queue q on q.id = i.queue_id where q.name = 'Support'"
                                        + " and i.channel = 'VOICE' and i.state = 'WAITING'")
                        .equals("1"));
        day.centre().simulator().post("/control/calls/" + call + "/hangup", Map.of());
        day.centre().simulator().post("/control/texts", Map.of("from", "+12025550146", "to", number, "body", "Hello"));
        until(
                "the text is there",
                () -> day.sql("select count(*) from message where direction = 'INBOUND'")
                        .equals("1"));
    }

    @Test
    @Order(2)
    void whoRunsItAgainChangesNothing() {
        day.tenantIsConnected();
        var number = FirstDay.FIRST;
        var before = day.carried(number);
        var rows = day.sql("select md5(string_agg(a::text, '')) from carrier_account a");
        var keys = day.carrier("GET", "/Keys.json", "").path("keys").size();
        var applications = day.carrier("GET", "/Applications.json", "")
                .path("applications")
                .size();

        var again = day.connect("--number", number, "--queue", "Support", "--yes");

        assertThat(again.exit()).as(again.said()).isZero();
        assertThat(again.said()).contains("Nothing has to change.", "Proven:").doesNotContain("Done:");
        assertThat(day.carried(number)).isEqualTo(before);
        assertThat(day.sql("select md5(string_agg(a::text, '')) from carrier_account a"))
                .isEqualTo(rows);
        assertThat(day.carrier("GET", "/Keys.json", "").path("keys")).hasSize(keys);
        assertThat(day.carrier("GET", "/Applications.json", "").path("applications"))
                .hasSize(applications);
    }

    @Test
    void undoGivesANumberBackWhatItSaidBefore() {
        var number = day.number("+12025550161");
        var before = day.carried(number);
        day.connected(number);
        assertThat(day.carried(number)).isNotEqualTo(before);

        var undone = day.connect("--undo", "--number", number, "--yes");

        assertThat(undone.exit()).as(undone.said()).isZero();
        assertThat(day.carried(number)).isEqualTo(before);
        assertThat(day.connect("--undo", "--number", number, "--yes").said()).contains("Nothing has to be undone.");
    }

    @Test
    void aNumberThatSomebodyElseHasChangedSinceIsLeftAlone() {
        var number = day.number("+12025550162");
        day.connected(number);
        day.change(number, "SmsUrl=https%3A%2F%2Ftheir.example.com%2Fsms");
        var theirs = day.carried(number);

        var undone = day.connect("--undo", "--number", number, "--yes");

        assertThat(undone.exit()).isEqualTo(1);
        assertThat(undone.said()).contains(number + " has been changed by somebody else since (texts go to)");
        assertThat(day.carried(number)).isEqualTo(theirs);
    }

    @Test
    void aWrongTokenIsToldInASentenceAndChangesNothing() throws IOException {
        var number = day.number("+12025550163");
        var before = day.carried(number);
        var wrong = day.credentials("wrong", "f".repeat(32));

        var run = day.run("--credentials", wrong.toString(), "--number", number, "--queue", "Support", "--yes");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.said()).contains("Twilio does not accept these credentials", "20003");
        assertThat(day.carried(number)).isEqualTo(before);
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        var open = day.credentials("open", day.centre().secrets().authToken());
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        var run = day.run("--credentials", open.toString(), "--all", "--dry-run");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.said()).contains("chmod 600");
    }

    @Test
    void anAccountThatIsClosedOrOnTrialIsTold() {
        day.centre().simulator().post("/control/account", Map.of("type", "Trial"));
        assertThat(day.connect("--all", "--dry-run").said()).contains("trial account");

        day.centre().simulator().post("/control/account", Map.of("status", "suspended"));
        var suspended = day.connect("--all", "--dry-run");
        assertThat(suspended.exit()).isEqualTo(1);
        assertThat(suspended.said()).contains("The account is suspended");
    }

    @Test
    void aWayBackThatDoesNotComeHereIsToldAndTheNumberStaysAsItWas() {
        var number = day.number("+12025550164");
        day.tenantIsConnected();
        var before = day.carried(number);

        day.internet().goes();
        notProven(number, "Nobody listens at 127.0.0.1:");
        day.internet().comesBack();
        day.internet().answers(200, "Welcome to nginx!");
        notProven(number, "Something else than this backend answers");
        day.internet().answers(_ -> Optional.of(new Between.Own(301, "", "https://elsewhere.example.com/")));
        notProven(number, "a redirect to https://elsewhere.example.com/");
        day.internet().answers(502, "Bad gateway");
        notProven(number, "cannot reach the backend (status 502)");
        day.internet().answers(403, "<html>Blocked</html>");
        notProven(number, "Something before the backend refuses");
        day.internet().answers(401, "");
        notProven(number, "asks for a password");
        day.internet().passes();
        day.internet().asksFor(path -> "/app" + path);
        notProven(number, "not with this backend's webhooks (status 404)");
        day.internet().asksFor(path -> path.replace("%2F", "/"));
        notProven(number, "a proxy rewrites its path, its query or its body");

        assertThat(day.carried(number)).isEqualTo(before);
        assertThat(day.sql("select count(*) from phone_number where number = '" + number + "'"))
                .isEqualTo("0");
    }

    private static void notProven(String number, String sentence) {
        var run = day.connect("--number", number, "--queue", "Support", "--yes");
        assertThat(run.said()).contains("The way back is not proven.", sentence, "The numbers are left as they were.");
        assertThat(run.exit()).isEqualTo(1);
    }

    /// The proxy here always asks the backend under another host name than the public one.
    @Test
    void aProxyThatRewritesTheHostDoesNoHarm() {
        var run = day.connect("--number", day.number("+12025550165"), "--queue", "Support", "--yes");

        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.said()).contains("Proven:");
    }

    @Test
    void somethingThatAnswersWrongSignaturesIsFound() {
        day.tenantIsConnected();
        var seen = new AtomicInteger();
        day.internet()
                .answers(asked -> asked.pathAndQuery().startsWith("/twilio/proof") && seen.incrementAndGet() == 2
                        ? Optional.of(new Between.Own(200, "<Response/>", ""))
                        : Optional.empty());

        var run = day.connect("--number", day.number(FirstDay.FIRST), "--queue", "Support", "--yes");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.said()).contains("A webhook with a wrong signature was answered with status 200");
    }

    @Test
    void whatIsDoneBeforeTheCarrierFailsIsToldAndTheNextRunGoesOn() {
        var first = day.number("+12025550166");
        var second = day.number("+12025550167");
        day.tenantIsConnected();
        var sid = day.carried(second).path("sid").asText();
        day.wayToTheCarrier()
                .answers(asked ->
                        asked.method().equals("POST") && asked.pathAndQuery().contains(sid)
                                ? Optional.of(new Between.Own(503, "{\"code\": 20500, \"message\": \"down\"}", ""))
                                : Optional.empty());

        var broken = day.connect("--number", first, "--number", second, "--queue", "Support", "--yes");
        assertThat(broken.exit()).isEqualTo(3);
        assertThat(broken.said())
                .contains("Done: " + first + " comes here", "trouble of its own", "What is not done: " + second);

        day.wayToTheCarrier().passes();
        var whole = day.connect("--number", first, "--number", second, "--queue", "Support", "--yes");
        assertThat(whole.exit()).as(whole.said()).isZero();
        assertThat(whole.said()).contains("Done: " + second).doesNotContain("Done: " + first);
        assertThat(day.connect("--undo", "--number", second, "--yes").exit()).isZero();
        assertThat(day.carried(second).path("voice_url").asText()).isEqualTo(FirstDay.OLD);
    }

    @Test
    void aMessagingServiceIsLeftAloneAndToldOf() {
        var number = day.number("+12025550168");
        day.centre().simulator().post("/control/services", Map.of("name", "Reminders", "numbers", List.of(number)));

        var run = day.connect("--number", number, "--queue", "Support", "--dry-run");

        assertThat(run.exit()).isZero();
        assertThat(run.said()).contains("messaging service 'Reminders'");
        assertThat(run.said().lines().filter(line -> line.contains("texts go to") && line.contains(" -> ")))
                .isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noSecretIsInAnyOutputOrLog() throws IOException {
        day.tenantIsConnected();
        var all = new StringBuilder(day.allSaid());
        try (var logs = Files.list(day.centre().plan().data().resolve("logs"))) {
            for (var log : logs.toList()) {
                all.append(Files.readString(log));
            }
        }
        var secrets = day.centre().secrets();
        assertThat(all.toString())
                .contains("Ready at")
                .doesNotContain(secrets.authToken(), secrets.keySecret(), secrets.password(), "hidden");
        assertThat(day.sql(
                        "select count(*) from carrier_account where encode(numbers_before, 'escape') like '%hidden%'"))
                .isEqualTo("0");
    }

    private static void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Pause.briefly();
        }
    }
}
