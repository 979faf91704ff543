package io.trunkline.backend.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.backend.telephony.twilio.CarrierAccount;
import io.trunkline.backend.telephony.twilio.CarrierAddresses;
import io.trunkline.backend.telephony.twilio.NewAccount;
import io.trunkline.backend.telephony.twilio.NumbersBefore;
import io.trunkline.backend.telephony.twilio.ProofAnswer;
import io.trunkline.backend.telephony.twilio.ProofQuestion;
import io.trunkline.model.FlowId;
import io.trunkline.model.QueueId;
import io.trunkline.model.json.Json;
import io.trunkline.model.queue.NewPhoneNumber;
import io.trunkline.model.queue.PhoneNumber;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The running backend, as the administrator who has signed in.
final class OurBackend {
    private static final String BEFORE = "/api/v1/carrier/numbers-before";
    private static final String CARRIER = "/api/v1/carrier";
    private static final String NUMBERS = "/api/v1/numbers";

    private final Way way;
    private final URI base;
    private final Credentials who;
    private String token = "";

    OurBackend(Way way, URI base, Credentials who) {
        this.way = way;
        this.base = base;
        this.who = who;
    }

    URI base() {
        return base;
    }

    void signIn() {
        var session = Map.of("tenant", who.tenant(), "email", who.email(), "password", who.password());
        var answer = sent("POST", "/api/v1/login", session);
        if (answer.statusCode() == 401) {
            throw new CannotConnect(
                    CannotConnect.FAILED,
                    "The backend does not know this tenant, e-mail address and password together.");
        }
        if (answer.statusCode() == 403) {
            throw new CannotConnect(
                    CannotConnect.FAILED,
                    "The backend does not let this person in yet. %s Sign in once with the desktop, then run this again."
                            .formatted(words(json(answer.body()))));
        }
        token = read("sign in", answer).path("accessToken").asText();
    }

    CarrierAddresses addresses() {
        return as(ask("read its addresses", "GET", "/api/v1/carrier/addresses", null), CarrierAddresses.class);
    }

    Optional<CarrierAccount> account() {
        var answer = signed("GET", CARRIER, null);
        return answer.statusCode() == 404
                ? Optional.empty()
                : Optional.of(as(read("read the account", answer), CarrierAccount.class));
    }

    void save(NewAccount account) {
        ask("keep the account", "PUT", CARRIER, account);
    }

    String proof(String question) {
        var answer = ask("be asked for a proof", "POST", "/api/v1/carrier/proof", new ProofQuestion(question));
        return as(answer, ProofAnswer.class).answer();
    }

    /// Nothing while there is no account.
    NumbersBefore numbersBefore() {
        var answer = signed("GET", BEFORE, null);
        return answer.statusCode() == 404
                ? NumbersBefore.NONE
                : as(read("read what numbers said before", answer), NumbersBefore.class);
    }

    void keep(NumbersBefore numbers) {
        ask("keep what numbers said before", "PUT", BEFORE, numbers);
    }

    List<PhoneNumber> numbers() {
        var found = new ArrayList<PhoneNumber>();
        ask("list its numbers", "GET", NUMBERS, null).forEach(each -> found.add(as(each, PhoneNumber.class)));
        return found;
    }

    void add(NewPhoneNumber number) {
        ask("take the number " + number.number(), "POST", NUMBERS, number);
    }

    void change(PhoneNumber present, NewPhoneNumber number) {
        ask("change the number " + number.number(), "PUT", NUMBERS + "/" + present.id(), number);
    }

    Map<String, FlowId> flows() {
        var found = new LinkedHashMap<String, FlowId>();
        ask("list its flows", "GET", "/api/v1/flows", null)
                .forEach(each -> found.put(
                        each.path("name").asText(), FlowId.of(each.path("id").asText())));
        return found;
    }

    FlowId addFlow(String name, Object flow) {
        var made = ask("make a flow", "POST", "/api/v1/flows", Map.of("name", name, "flow", flow));
        return FlowId.of(made.path("id").asText());
    }

    Map<String, QueueId> queues() {
        var found = new LinkedHashMap<String, QueueId>();
        ask("list its queues", "GET", "/api/v1/queues", null)
                .forEach(each -> found.put(
                        each.path("name").asText(), QueueId.of(each.path("id").asText())));
        return found;
    }

    QueueId addQueue(String name) {
        var made = ask("make a queue", "POST", "/api/v1/queues", Map.of("name", name));
        return QueueId.of(made.path("id").asText());
    }

    private JsonNode ask(String what, String method, String path, @Nullable Object body) {
        return read(what, signed(method, path, body));
    }

    /// A session is short, and somebody may think long about a question.
    private HttpResponse<String> signed(String method, String path, @Nullable Object body) {
        var answer = sent(method, path, body);
        if (answer.statusCode() != 401) {
            return answer;
        }
        signIn();
        return sent(method, path, body);
    }

    private static JsonNode read(String what, HttpResponse<String> answer) {
        var json = json(answer.body());
        if (answer.statusCode() >= 300) {
            throw new CannotConnect(CannotConnect.FAILED, refusal(what, answer.statusCode(), json));
        }
        if (json.isMissingNode()) {
            throw new CannotConnect(
                    CannotConnect.UNREACHABLE,
                    "What answers at %s is not Trunkline's backend."
                            .formatted(answer.uri().getAuthority()));
        }
        return json;
    }

    private static String refusal(String what, int status, JsonNode problem) {
        if (status == 403) {
            return "This person may not %s: it takes an administrator of the tenant.".formatted(what);
        }
        return "The backend refuses to %s (status %d). %s"
                .formatted(what, status, words(problem))
                .strip();
    }

    private static String words(JsonNode problem) {
        return problem.path("detail").asText(problem.path("title").asText(""));
    }

    private HttpResponse<String> sent(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Way.PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return way.send(request.build());
        } catch (Way.Broken e) {
            throw new CannotConnect(
                    CannotConnect.UNREACHABLE,
                    "The backend cannot be reached at %s. %s It has to run; name another address with --backend."
                            .formatted(base, e.getMessage()),
                    e);
        }
    }

    private static <T> T as(JsonNode json, Class<T> type) {
        try {
            return Json.mapper().treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new CannotConnect(
                    CannotConnect.FAILED,
                    "The backend answers in a way this program does not know; are both of the same version?",
                    e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? Json.mapper().nullNode() : Json.mapper().readTree(body);
        } catch (JsonProcessingException _) {
            return Json.mapper().missingNode();
        }
    }

    private static String text(Object body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
