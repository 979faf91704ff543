package io.trunkline.backend.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Twilio's REST as the account itself. Addresses are read and written byte for byte, also those that are none, so that
/// what somebody has put there can be put back.
final class TwilioApi {
    private static final URI TWILIO = URI.create("https://api.twilio.com");
    private static final URI MESSAGING = URI.create("https://messaging.twilio.com");
    private static final int TRIES = 3;

    private final Way way;
    private final Optional<URI> standIn;
    private final String account;
    private final String token;

    TwilioApi(Way way, Optional<URI> standIn, String account, String token) {
        this.way = way;
        this.standIn = standIn;
        this.account = account;
        this.token = token;
    }

    /// The account's name, and how it stands: `active`, `suspended` or `closed`.
    record Standing(String name, String status, boolean trial) {}

    Standing standing() {
        var json = get("read account " + account, api(".json"));
        return new Standing(
                json.path("friendly_name").asText(),
                json.path("status").asText(),
                json.path("type").asText().equals("Trial"));
    }

    List<CarrierNumber> numbers() {
        return all("list the numbers", api("/IncomingPhoneNumbers.json?PageSize=200"), "incoming_phone_numbers")
                .stream()
                .map(CarrierNumber::of)
                .toList();
    }

    /// Which messaging service takes the texts of a number, by the number's id.
    Map<String, String> textServices() {
        var found = new HashMap<String, String>();
        var root = standIn.orElse(MESSAGING) + "/v1/Services";
        for (var service : all("list the messaging services", root + "?PageSize=100", "services")) {
            if (!service.path("use_inbound_webhook_on_number").asBoolean(false)) {
                var numbers = root + "/" + service.path("sid").asText() + "/PhoneNumbers?PageSize=200";
                all("list the numbers of a messaging service", numbers, "phone_numbers")
                        .forEach(number -> found.put(
                                number.path("sid").asText(),
                                service.path("friendly_name").asText()));
            }
        }
        return found;
    }

    void change(CarrierNumber number, Map<String, String> fields) {
        post("change " + number.number(), api("/IncomingPhoneNumbers/" + number.sid() + ".json"), fields);
    }

    /// The application with this id, else the first with this name.
    Optional<Application> application(Optional<String> sid, String name) {
        var all = all("list the applications", api("/Applications.json?PageSize=200"), "applications").stream()
                .map(TwilioApi::application)
                .toList();
        return all.stream()
                .filter(each -> sid.isPresent() && each.sid().equals(sid.get()))
                .findFirst()
                .or(() -> all.stream().filter(each -> each.name().equals(name)).findFirst());
    }

    private static Application application(JsonNode json) {
        return new Application(
                json.path("sid").asText(),
                json.path("friendly_name").asText(""),
                json.path("voice_url").asText(""),
                json.path("voice_method").asText(""),
                json.path("status_callback").asText(""));
    }

    /// Makes the application, or changes the one with this id; its id.
    String save(Optional<String> sid, Map<String, String> fields) {
        var at = sid.map(known -> "/Applications/" + known + ".json").orElse("/Applications.json");
        return post("save the application", api(at), fields).path("sid").asText();
    }

    Credentials.Key makeKey(String name) {
        var json = post("make a key", api("/Keys.json"), Map.of("FriendlyName", name));
        return new Credentials.Key(
                json.path("sid").asText(), json.path("secret").asText());
    }

    void removeKey(String sid) {
        ask(
                "remove a key",
                request(api("/Keys/" + sid + ".json"), account, token).DELETE());
    }

    boolean hasKey(String sid) {
        var answer = sent(
                "look for a key",
                request(api("/Keys/" + sid + ".json"), account, token).GET());
        if (answer.statusCode() == 404) {
            return false;
        }
        read("look for a key", answer);
        return true;
    }

    /// Whether the key is this account's and its secret right.
    boolean accepts(Credentials.Key key) {
        var list = api("/IncomingPhoneNumbers.json?PageSize=1");
        var answer = sent("try the key", request(list, key.sid(), key.secret()).GET());
        if (answer.statusCode() == 401) {
            return false;
        }
        read("try the key", answer);
        return true;
    }

    private String api(String path) {
        return standIn.orElse(TWILIO) + "/2010-04-01/Accounts/" + account + path;
    }

    /// All pages. The next one is named by its path, or in full.
    private List<JsonNode> all(String what, String first, String list) {
        var found = new ArrayList<JsonNode>();
        var next = first;
        while (!next.isEmpty()) {
            var page = get(what, next);
            page.path(list).forEach(found::add);
            var at = page.path("next_page_uri")
                    .asText(page.path("meta").path("next_page_url").asText(""));
            next = at.isEmpty() ? "" : same(next, URI.create(at));
        }
        return found;
    }

    /// On the server that was asked: the account's secret goes to no other, whatever a page says.
    private static String same(String before, URI next) {
        var server = URI.create(before);
        return server.getScheme() + "://" + server.getAuthority() + next.getRawPath()
                + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
    }

    private JsonNode get(String what, String address) {
        return ask(what, request(address, account, token).GET());
    }

    private JsonNode post(String what, String address, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return ask(
                what,
                request(address, account, token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private JsonNode ask(String what, HttpRequest.Builder request) {
        return read(what, sent(what, request));
    }

    private JsonNode read(String what, HttpResponse<String> answer) {
        if (answer.statusCode() == 204) {
            return Json.mapper().nullNode();
        }
        var json = json(answer.body());
        if (answer.statusCode() >= 300) {
            throw TwilioRefusals.of(
                    what, account, answer.statusCode(), json.path("code").asInt(0));
        }
        if (!json.isObject()) {
            throw new CannotConnect(
                    CannotConnect.UNREACHABLE,
                    "Could not %s: what answers at %s is not Twilio. Does a proxy stand in between?"
                            .formatted(what, answer.uri().getHost()));
        }
        return json;
    }

    /// Again after a while where Twilio has not taken the request (429), or where asking changes nothing.
    private HttpResponse<String> sent(String what, HttpRequest.Builder builder) {
        var request = builder.build();
        for (var attempt = 1; ; attempt++) {
            try {
                var answer = way.send(request);
                var again = answer.statusCode() == 429
                        || (answer.statusCode() >= 500 && request.method().equals("GET"));
                if (!again || attempt == TRIES) {
                    return answer;
                }
                LockSupport.parkNanos(Duration.ofSeconds(attempt).toNanos());
            } catch (Way.Broken e) {
                throw new CannotConnect(
                        CannotConnect.UNREACHABLE,
                        "Could not %s. %s Run this again once it is reachable: what is done already is not done twice."
                                .formatted(what, e.getMessage()),
                        e);
            }
        }
    }

    private static HttpRequest.Builder request(String address, String user, String secret) {
        var basic = Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Way.PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Basic " + basic);
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? Json.mapper().nullNode() : Json.mapper().readTree(body);
        } catch (JsonProcessingException _) {
            return Json.mapper().missingNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
