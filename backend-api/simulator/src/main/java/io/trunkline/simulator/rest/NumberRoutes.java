package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.PhoneNumber;
import io.trunkline.simulator.account.Sids;
import io.trunkline.simulator.webhook.Form;

/// `/IncomingPhoneNumbers`
final class NumberRoutes implements HttpService {
    private static final Hook NONE = Hook.post("");

    private final String account;
    private final Numbers numbers;

    NumberRoutes(String account, Numbers numbers) {
        this.account = account;
        this.numbers = numbers;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/IncomingPhoneNumbers.json", this::list)
                .post("/IncomingPhoneNumbers.json", this::create)
                .get("/IncomingPhoneNumbers/{sid}", (request, response) -> Rest.ok(response, json(number(request))))
                .post("/IncomingPhoneNumbers/{sid}", this::update)
                .delete("/IncomingPhoneNumbers/{sid}", this::remove);
    }

    private void list(ServerRequest request, ServerResponse response) {
        var query = Rest.query(request);
        var all = numbers.all().stream()
                .filter(n -> query.get("PhoneNumber")
                        .map(p -> n.number().contains(p))
                        .orElse(true))
                .map(this::json)
                .toList();
        Pages.send(request, response, "incoming_phone_numbers", all);
    }

    private void create(ServerRequest request, ServerResponse response) {
        var form = Rest.form(request);
        var number = form.text("PhoneNumber");
        if (!Checks.isPhone(number)) {
            throw RestError.invalid(21421, "PhoneNumber is invalid");
        }
        var blank = new PhoneNumber(
                Sids.next("PN"), number, number, NONE, NONE, NONE, NONE, NONE, "", "", "", PhoneNumber.Abilities.ALL);
        Rest.created(response, json(numbers.put(with(form, blank))));
    }

    private void update(ServerRequest request, ServerResponse response) {
        Rest.ok(response, json(numbers.put(with(Rest.form(request), number(request)))));
    }

    private static PhoneNumber with(Form form, PhoneNumber old) {
        return new PhoneNumber(
                old.sid(),
                old.number(),
                form.get("FriendlyName").orElse(old.name()),
                hook(form, "VoiceUrl", "VoiceMethod", old.voice()),
                hook(form, "VoiceFallbackUrl", "VoiceFallbackMethod", old.voiceFallback()),
                hook(form, "SmsUrl", "SmsMethod", old.text()),
                hook(form, "SmsFallbackUrl", "SmsFallbackMethod", old.textFallback()),
                hook(form, "StatusCallback", "StatusCallbackMethod", old.status()),
                form.get("VoiceApplicationSid").orElse(old.voiceApplication()),
                form.get("SmsApplicationSid").orElse(old.textApplication()),
                form.get("TrunkSid").orElse(old.trunk()),
                old.abilities());
    }

    static Hook hook(Form form, String url, String method, Hook old) {
        var hook = new Hook(form.get(url).orElse(old.url()), form.get(method).orElse(old.method()));
        if (!hook.isEmpty() && !hook.url().matches("https?://[^\\s]+")) {
            throw RestError.invalid(21502, url + " is not a valid URL: " + hook.url());
        }
        return hook;
    }

    private void remove(ServerRequest request, ServerResponse response) {
        numbers.remove(number(request).sid());
        Rest.gone(response);
    }

    private PhoneNumber number(ServerRequest request) {
        return numbers.bySid(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
    }

    private ObjectNode json(PhoneNumber number) {
        var json = Rest.object()
                .put("sid", number.sid())
                .put("account_sid", account)
                .put("phone_number", number.number())
                .put("friendly_name", number.name())
                .put("voice_url", number.voice().url())
                .put("voice_method", number.voice().method())
                .put("voice_fallback_url", number.voiceFallback().url())
                .put("voice_fallback_method", number.voiceFallback().method())
                .put("sms_url", number.text().url())
                .put("sms_method", number.text().method())
                .put("sms_fallback_url", number.textFallback().url())
                .put("sms_fallback_method", number.textFallback().method())
                .put("status_callback", number.status().url())
                .put("status_callback_method", number.status().method())
                .put("api_version", "2010-04-01")
                .put("uri", Rest.ROOT + account + "/IncomingPhoneNumbers/" + number.sid() + ".json")
                .put("voice_application_sid", number.voiceApplication())
                .put("sms_application_sid", number.textApplication())
                .put("trunk_sid", number.trunk().isEmpty() ? null : number.trunk())
                .put("status", "in-use")
                .put("origin", "twilio");
        json.putObject("capabilities")
                .put("voice", number.abilities().voice())
                .put("sms", number.abilities().sms())
                .put("mms", number.abilities().mms())
                .put("fax", false);
        return json;
    }
}
