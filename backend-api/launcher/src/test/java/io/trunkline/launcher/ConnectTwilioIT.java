package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
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
    private static final String FIRST = "+12025550160";
    private static final String OLD = "https://somebody:hidden@old.example.com/voice";

    @TempDir
    static Path folder;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> SAID = new ArrayList<>();

    private static Centre centre;
    private static Between internet;
    private static Between carrier;
    private static Path credentials;
    private static int runs;

    @BeforeAll
    static void start() throws IOException {
        var plan = Plan.test(Path.of("../..").toAbsolutePath().normalize(), folder.resolve("centre"));
        internet = new Between(Ports.free(), URI.create("http://127.0.0.1:" + plan.backendPort()));
        carrier = new Between(Ports.free(), URI.create("http://127.0.0.1:" + plan.simulatorPort()));
        centre = Centre.start(
                plan,
                Map.of(
                        "TRUNKLINE_HTTP_PUBLIC_URL",
                        internet.address().toString(),
                        "TRUNKLINE_IDENTITY_REQUESTS_PER_MINUTE",
                        "10000"));
        centre.simulator().post("/control/unkind", Map.of("latencyMs", 0));
        credentials = credentials("credentials", centre.secrets().authToken());
    }

    @AfterAll
    static void stop() {
        centre.close();
        internet.close();
        carrier.close();
        HTTP.close();
    }

    @AfterEach
    void everybodyIsKindAgain() {
        internet.passes();
        carrier.passes();
        centre.simulator().post("/control/account", Map.of("status", "active", "type", "Full"));
    }

    /// What a run of the command said, and how it ended.
    private record Run(int exit, String said) {}

    @Test
    @Order(1)
    void onTheFirstDayACustomersCallReachesAQueueAfterOneCommand() {
        var number = number(FIRST);
        var before = carried(number);

        var dry = connect("--number", number, "--queue", "Support", "--dry-run");
        assertThat(dry.exit()).isZero();
        assertThat(dry.said())
                .contains("What changes:", "a new queue 'Support'", "Nothing was changed")
                .contains(
                        "https://somebody:…@old.example.com/voice -> " + internet.address() + "/twilio/voice/inbound");
        assertThat(carried(number)).isEqualTo(before);
        assertThat(sql("select count(*) from carrier_account")).isEqualTo("0");
        assertThat(sql("select count(*) from queue")).isEqualTo("0");

        var real = connect("--number", number, "--queue", "Support", "--yes");
        assertThat(real.exit()).as(real.said()).isZero();
        assertThat(real.said()).contains("Proven:", "Connected.");
        assertThat(sql("select count(*) from interaction")).isEqualTo("0");

        var call = centre.simulator()
                .post("/control/calls", Map.of("from", "+12025550145", "to", number, "patience", 120))
                .path("sid")
                .asText();
        until(
                "the caller waits",
                () ->
                        sql("select count(*) from interaction i join queue q on q.id = i.queue_id where q.name = 'Support'"
                                        + " and i.channel = 'VOICE' and i.state = 'WAITING'")
                                .equals("1"));
        centre.simulator().post("/control/calls/" + call + "/hangup", Map.of());
        centre.simulator().post("/control/texts", Map.of("from", "+12025550146", "to", number, "body", "Hello"));
        until(
                "the text is there",
                () -> sql("select count(*) from message where direction = 'INBOUND'")
                        .equals("1"));
    }

    @Test
    @Order(2)
    void whoRunsItAgainChangesNothing() {
        tenantIsConnected();
        var number = FIRST;
        var before = carried(number);
        var rows = sql("select md5(string_agg(a::text, '')) from carrier_account a");
        var keys = carrier("GET", "/Keys.json", "").path("keys").size();
        var applications =
                carrier("GET", "/Applications.json", "").path("applications").size();

        var again = connect("--number", number, "--queue", "Support", "--yes");

        assertThat(again.exit()).as(again.said()).isZero();
        assertThat(again.said()).contains("Nothing has to change.", "Proven:").doesNotContain("Done:");
        assertThat(carried(number)).isEqualTo(before);
        assertThat(sql("select md5(string_agg(a::text, '')) from carrier_account a"))
                .isEqualTo(rows);
        assertThat(carrier("GET", "/Keys.json", "").path("keys")).hasSize(keys);
        assertThat(carrier("GET", "/Applications.json", "").path("applications"))
                .hasSize(applications);
    }

    @Test
    void undoGivesANumberBackWhatItSaidBefore() {
        var number = number("+12025550161");
        var before = carried(number);
        connected(number);
        assertThat(carried(number)).isNotEqualTo(before);

        var undone = connect("--undo", "--number", number, "--yes");

        assertThat(undone.exit()).as(undone.said()).isZero();
        assertThat(carried(number)).isEqualTo(before);
        assertThat(connect("--undo", "--number", number, "--yes").said()).contains("Nothing has to be undone.");
    }

    @Test
    void aNumberThatSomebodyElseHasChangedSinceIsLeftAlone() {
        var number = number("+12025550162");
        connected(number);
        change(number, "SmsUrl=https%3A%2F%2Ftheir.example.com%2Fsms");
        var theirs = carried(number);

        var undone = connect("--undo", "--number", number, "--yes");

        assertThat(undone.exit()).isEqualTo(1);
        assertThat(undone.said()).contains(number + " has been changed by somebody else since (texts go to)");
        assertThat(carried(number)).isEqualTo(theirs);
    }

    @Test
    void aWrongTokenIsToldInASentenceAndChangesNothing() throws IOException {
        var number = number("+12025550163");
        var before = carried(number);
        var wrong = credentials("wrong", "f".repeat(32));

        var run = run("--credentials", wrong.toString(), "--number", number, "--queue", "Support", "--yes");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.said()).contains("Twilio does not accept these credentials", "20003");
        assertThat(carried(number)).isEqualTo(before);
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        var open = credentials("open", centre.secrets().authToken());
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        var run = run("--credentials", open.toString(), "--all", "--dry-run");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.said()).contains("chmod 600");
    }

    @Test
    void anAccountThatIsClosedOrOnTrialIsTold() {
        centre.simulator().post("/control/account", Map.of("type", "Trial"));
        assertThat(connect("--all", "--dry-run").said()).contains("trial account");

        centre.simulator().post("/control/account", Map.of("status", "suspended"));
        var suspended = connect("--all", "--dry-run");
        assertThat(suspended.exit()).isEqualTo(1);
        assertThat(suspended.said()).contains("The account is suspended");
    }

    @Test
    void aWayBackThatDoesNotComeHereIsToldAndTheNumberStaysAsItWas() {
        var number = number("+12025550164");
        tenantIsConnected();
        var before = carried(number);

        internet.goes();
        notProven(number, "Nobody listens at 127.0.0.1:");
        internet.comesBack();
        internet.answers(200, "Welcome to nginx!");
        notProven(number, "Something else than this backend answers");
        internet.answers(_ -> Optional.of(new Between.Own(301, "", "https://elsewhere.example.com/")));
        notProven(number, "a redirect to https://elsewhere.example.com/");
        internet.answers(502, "Bad gateway");
        notProven(number, "cannot reach the backend (status 502)");
        internet.answers(403, "<html>Blocked</html>");
        notProven(number, "Something before the backend refuses");
        internet.answers(401, "");
        notProven(number, "asks for a password");
        internet.passes();
        internet.asksFor(path -> "/app" + path);
        notProven(number, "not with this backend's webhooks (status 404)");
        internet.asksFor(path -> path.replace("%2F", "/"));
        notProven(number, "a proxy rewrites its path, its query or its body");

        assertThat(carried(number)).isEqualTo(before);
        assertThat(sql("select count(*) from phone_number where number = '" + number + "'"))
                .isEqualTo("0");
    }

    private static void notProven(String number, String sentence) {
        var run = connect("--number", number, "--queue", "Support", "--yes");
        assertThat(run.said()).contains("The way back is not proven.", sentence, "The numbers are left as they were.");
        assertThat(run.exit()).isEqualTo(1);
    }

    /// The proxy here always asks the backend under another host name than the public one.
    @Test
    void aProxyThatRewritesTheHostDoesNoHarm() {
        var run = connect("--number", number("+12025550165"), "--queue", "Support", "--yes");

        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.said()).contains("Proven:");
    }

    @Test
    void somethingThatAnswersWrongSignaturesIsFound() {
        tenantIsConnected();
        var seen = new AtomicInteger();
        internet.answers(asked -> asked.pathAndQuery().startsWith("/twilio/proof") && seen.incrementAndGet() == 2
                ? Optional.of(new Between.Own(200, "<Response/>", ""))
                : Optional.empty());

        var run = connect("--number", number(FIRST), "--queue", "Support", "--yes");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.said()).contains("A webhook with a wrong signature was answered with status 200");
    }

    @Test
    void whatIsDoneBeforeTheCarrierFailsIsToldAndTheNextRunGoesOn() {
        var first = number("+12025550166");
        var second = number("+12025550167");
        tenantIsConnected();
        var sid = carried(second).path("sid").asText();
        carrier.answers(
                asked -> asked.method().equals("POST") && asked.pathAndQuery().contains(sid)
                        ? Optional.of(new Between.Own(503, "{\"code\": 20500, \"message\": \"down\"}", ""))
                        : Optional.empty());

        var broken = connect("--number", first, "--number", second, "--queue", "Support", "--yes");
        assertThat(broken.exit()).isEqualTo(3);
        assertThat(broken.said())
                .contains("Done: " + first + " comes here", "trouble of its own", "What is not done: " + second);

        carrier.passes();
        var whole = connect("--number", first, "--number", second, "--queue", "Support", "--yes");
        assertThat(whole.exit()).as(whole.said()).isZero();
        assertThat(whole.said()).contains("Done: " + second).doesNotContain("Done: " + first);
        assertThat(connect("--undo", "--number", second, "--yes").exit()).isZero();
        assertThat(carried(second).path("voice_url").asText()).isEqualTo(OLD);
    }

    @Test
    void aMessagingServiceIsLeftAloneAndToldOf() {
        var number = number("+12025550168");
        centre.simulator().post("/control/services", Map.of("name", "Reminders", "numbers", List.of(number)));

        var run = connect("--number", number, "--queue", "Support", "--dry-run");

        assertThat(run.exit()).isZero();
        assertThat(run.said()).contains("messaging service 'Reminders'");
        assertThat(run.said().lines().filter(line -> line.contains("texts go to") && line.contains(" -> ")))
                .isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noSecretIsInAnyOutputOrLog() throws IOException {
        tenantIsConnected();
        var all = new StringBuilder(String.join("\n", SAID));
        try (var logs = Files.list(centre.plan().data().resolve("logs"))) {
            for (var log : logs.toList()) {
                all.append(Files.readString(log));
            }
        }
        var secrets = centre.secrets();
        assertThat(all.toString())
                .contains("Ready at")
                .doesNotContain(secrets.authToken(), secrets.keySecret(), secrets.password(), "hidden");
        assertThat(sql("select count(*) from carrier_account where encode(numbers_before, 'escape') like '%hidden%'"))
                .isEqualTo("0");
    }

    /// With its first number, by whichever test comes first.
    private static void tenantIsConnected() {
        var here = internet.address() + "/twilio/voice/inbound";
        if (!carried(number(FIRST)).path("voice_url").asText().equals(here)) {
            connected(FIRST);
        }
    }

    private static void connected(String number) {
        var run = connect("--number", number, "--queue", "Support", "--yes");
        assertThat(run.exit()).as(run.said()).isZero();
    }

    private static Run connect(String... words) {
        var all = new ArrayList<>(List.of("--credentials", credentials.toString()));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    private static Run run(String... words) {
        var arguments = new ArrayList<>(List.of(
                "connect-twilio",
                "--backend",
                centre.backendAddress().toString(),
                "--stand-in",
                carrier.address().toString()));
        arguments.addAll(List.of(words));
        runs++;
        try (var program = Program.start(
                "connect-" + runs,
                centre.plan().backendJar(),
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                arguments,
                Map.of(),
                centre.plan().data().resolve("logs"))) {
            var exit = program.join();
            var said = Files.readString(program.log());
            SAID.add(said);
            return new Run(exit, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path credentials(String name, String token) throws IOException {
        var file = folder.resolve(name);
        var secrets = centre.secrets();
        Secrets.write(
                file, """
                account  = %s
                token    = %s
                tenant   = %s
                email    = %s
                password = %s
                """.formatted(secrets.accountSid(), token, Demo.TENANT, Demo.ADMINISTRATOR, secrets.password()));
        return file;
    }

    /// A number of the account that somebody else's program answers, unless it is there already.
    private static String number(String number) {
        if (carried(number).isMissingNode()) {
            centre.simulator().post("/control/numbers", Map.of("number", number, "name", "A line", "voiceUrl", OLD));
        }
        return number;
    }

    /// The number as the carrier shows it.
    private static JsonNode carried(String number) {
        return carrier("GET", "/IncomingPhoneNumbers.json?PhoneNumber=" + number.substring(1), "")
                .path("incoming_phone_numbers")
                .path(0);
    }

    private static void change(String number, String form) {
        carrier("POST", "/IncomingPhoneNumbers/" + carried(number).path("sid").asText() + ".json", form);
    }

    private static JsonNode carrier(String method, String path, String form) {
        var secrets = centre.secrets();
        var basic = (secrets.accountSid() + ":" + secrets.authToken()).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(
                        "%s/2010-04-01/Accounts/%s%s".formatted(centre.simulatorAddress(), secrets.accountSid(), path)))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form))
                .build();
        try {
            return Json.mapper()
                    .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String sql(String query) {
        var url = "jdbc:postgresql://127.0.0.1:%d/trunkline?user=postgres"
                .formatted(centre.plan().databasePort());
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Pause.briefly();
        }
    }
}
