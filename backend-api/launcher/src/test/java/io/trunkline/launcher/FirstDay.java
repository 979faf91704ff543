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
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A centre and a carrier that do not know each other yet, each behind a proxy that stands where the Internet would,
/// and the packaged backend's own command line to bring them together.
final class FirstDay implements AutoCloseable {
    static final String FIRST = "+12025550160";
    static final String OLD = "https://somebody:hidden@old.example.com/voice";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> said = new ArrayList<>();
    private final Path folder;
    private final Between internet;
    private final Between carrier;
    private final Centre centre;
    private final Path credentials;

    /// What a run of the command said, and how it ended.
    record Run(int exit, String said) {}

    FirstDay(Path folder) throws IOException {
        this.folder = folder;
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

    Centre centre() {
        return centre;
    }

    /// The way from the carrier to the backend.
    Between internet() {
        return internet;
    }

    /// The way from the command to the carrier.
    Between wayToTheCarrier() {
        return carrier;
    }

    /// Everything that the command ever said.
    String allSaid() {
        return String.join("\n", said);
    }

    void everybodyIsKindAgain() {
        internet.passes();
        carrier.passes();
        centre.simulator().post("/control/account", Map.of("status", "active", "type", "Full"));
    }

    /// With its first number, by whichever test comes first.
    void tenantIsConnected() {
        var here = internet.address() + "/twilio/voice/inbound";
        if (!carried(number(FIRST)).path("voice_url").asText().equals(here)) {
            connected(FIRST);
        }
    }

    void connected(String number) {
        var run = connect("--number", number, "--queue", "Support", "--yes");
        assertThat(run.exit()).as(run.said()).isZero();
    }

    Run connect(String... words) {
        var all = new ArrayList<>(List.of("--credentials", credentials.toString()));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    Run run(String... words) {
        var arguments = new ArrayList<>(List.of(
                "connect-twilio",
                "--backend",
                centre.backendAddress().toString(),
                "--stand-in",
                carrier.address().toString()));
        arguments.addAll(List.of(words));
        try (var program = Program.start(
                "connect-" + said.size(),
                centre.plan().backendJar(),
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                arguments,
                Map.of(),
                centre.plan().data().resolve("logs"))) {
            var exit = program.join();
            said.add(Files.readString(program.log()));
            return new Run(exit, said.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Path credentials(String name, String token) throws IOException {
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
    String number(String number) {
        if (carried(number).isMissingNode()) {
            centre.simulator().post("/control/numbers", Map.of("number", number, "name", "A line", "voiceUrl", OLD));
        }
        return number;
    }

    /// The number as the carrier shows it.
    JsonNode carried(String number) {
        return carrier("GET", "/IncomingPhoneNumbers.json?PhoneNumber=" + number.substring(1), "")
                .path("incoming_phone_numbers")
                .path(0);
    }

    void change(String number, String form) {
        carrier("POST", "/IncomingPhoneNumbers/" + carried(number).path("sid").asText() + ".json", form);
    }

    JsonNode carrier(String method, String path, String form) {
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
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String sql(String query) {
        try (var connection = DriverManager.getConnection(centre.plan().databaseUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        centre.close();
        internet.close();
        carrier.close();
        http.close();
    }
}
