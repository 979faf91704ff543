package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.PhoneNumber;
import io.trunkline.simulator.messaging.TextMessage;
import io.trunkline.simulator.messaging.Texts;
import io.trunkline.simulator.voice.Times;
import io.trunkline.simulator.webhook.Form;

/// `/Messages`
final class MessageRoutes implements HttpService {
    private static final int MOST = 1_600;

    private final String account;
    private final Numbers numbers;
    private final Texts texts;

    MessageRoutes(String account, Numbers numbers, Texts texts) {
        this.account = account;
        this.numbers = numbers;
        this.texts = texts;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/Messages.json", this::list)
                .post("/Messages.json", this::create)
                .get("/Messages/{sid}", this::fetch)
                .delete("/Messages/{sid}", this::remove);
    }

    private void create(ServerRequest request, ServerResponse response) {
        var form = Rest.form(request);
        var to = to(form);
        var service = form.text("MessagingServiceSid");
        var from = from(form, service);
        var media = form.all("MediaUrl");
        if (form.text("Body").isEmpty()
                && media.isEmpty()
                && form.text("ContentSid").isEmpty()) {
            throw RestError.invalid(21602, "Message body is required.");
        }
        if (form.text("Body").length() > MOST) {
            throw RestError.invalid(21617, "The concatenated message body exceeds the 1600 character limit.");
        }
        if (texts.refuses(to, from)) {
            throw RestError.invalid(21610, "Attempt to send to unsubscribed recipient");
        }
        var message = texts.send(from, to, form.text("Body"), media, service, Hook.post(form.text("StatusCallback")));
        Rest.created(response, json(message));
    }

    private static String to(Form form) {
        var to = form.text("To");
        if (to.isEmpty()) {
            throw RestError.invalid(21604, "A 'To' phone number is required.");
        }
        if (!Checks.isPhone(to.replaceFirst("^whatsapp:", ""))) {
            throw RestError.invalid(21211, "Invalid 'To' Phone Number: " + to);
        }
        return to;
    }

    private String from(Form form, String service) {
        var from = form.text("From");
        if (from.isEmpty() && !service.isEmpty()) {
            return numbers.all().stream()
                    .findFirst()
                    .map(PhoneNumber::number)
                    .orElseThrow(() -> RestError.invalid(21703, "The Messaging Service contains no phone numbers."));
        }
        if (from.isEmpty()) {
            throw RestError.invalid(21603, "A 'From' phone number is required.");
        }
        if (numbers.find(from).isEmpty()) {
            throw RestError.invalid(
                    21606,
                    "The 'From' phone number provided (" + from + ") is not a valid message-capable phone number.");
        }
        return from;
    }

    private void list(ServerRequest request, ServerResponse response) {
        var query = Rest.query(request);
        var all = texts.all().stream()
                .filter(m -> query.get("To").map(m.to()::equals).orElse(true))
                .filter(m -> query.get("From").map(m.from()::equals).orElse(true))
                .map(this::json)
                .toList();
        Pages.send(request, response, "messages", all);
    }

    private void fetch(ServerRequest request, ServerResponse response) {
        var message = texts.find(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
        Rest.ok(response, json(message));
    }

    private void remove(ServerRequest request, ServerResponse response) {
        if (!texts.remove(Rest.id(request, "sid"))) {
            throw Rest.missing(request);
        }
        Rest.gone(response);
    }

    private ObjectNode json(TextMessage message) {
        var uri = Rest.ROOT + account + "/Messages/" + message.sid();
        var json = Rest.object()
                .put("sid", message.sid())
                .put("account_sid", account)
                .put("from", message.from())
                .put("to", message.to())
                .put("body", message.body())
                .put("direction", message.direction())
                .put("status", message.status())
                .put("num_segments", "" + message.segments())
                .put("num_media", "" + message.media().size())
                .put("messaging_service_sid", message.serviceSid().isEmpty() ? null : message.serviceSid())
                .put("error_code", message.errorCode() == 0 ? null : message.errorCode())
                .put("date_created", Times.text(message.created()))
                .put("date_updated", Times.text(message.updated()))
                .put("date_sent", message.status().equals("queued") ? null : Times.text(message.updated()))
                .put("api_version", "2010-04-01")
                .put("price_unit", "USD")
                .put("uri", uri + ".json")
                .putNull("price")
                .putNull("error_message");
        json.putObject("subresource_uris").put("media", uri + "/Media.json");
        return json;
    }
}
