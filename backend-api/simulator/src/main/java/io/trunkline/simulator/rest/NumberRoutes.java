package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.Application;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.PhoneNumber;
import io.trunkline.simulator.account.Sids;
import io.trunkline.simulator.webhook.Form;

/// `/IncomingPhoneNumbers` and `/Applications`
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
                .delete("/IncomingPhoneNumbers/{sid}", this::remove)
                .get("/Applications.json", this::applications)
                .post("/Applications.json", this::createApplication)
                .get("/Applications/{sid}", (request, response) -> Rest.ok(response, json(application(request))))
                .post("/Applications/{sid}", this::updateApplication);
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
        var blank = new PhoneNumber(Sids.next("PN"), number, number, NONE, NONE, NONE, NONE, NONE);
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
                hook(form, "StatusCallback", "StatusCallbackMethod", old.status()));
    }

    private static Hook hook(Form form, String url, String method, Hook old) {
        return new Hook(form.get(url).orElse(old.url()), form.get(method).orElse(old.method()));
    }

    private void remove(ServerRequest request, ServerResponse response) {
        numbers.remove(number(request).sid());
        Rest.gone(response);
    }

    private PhoneNumber number(ServerRequest request) {
        return numbers.bySid(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
    }

    private Application application(ServerRequest request) {
        return numbers.application(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
    }

    private void applications(ServerRequest request, ServerResponse response) {
        var all = numbers.applications().stream().map(this::json).toList();
        Pages.send(request, response, "applications", all);
    }

    private void createApplication(ServerRequest request, ServerResponse response) {
        var form = Rest.form(request);
        var blank = new Application(Sids.next("AP"), form.text("FriendlyName"), NONE, NONE, NONE);
        Rest.created(response, json(numbers.put(with(form, blank))));
    }

    private void updateApplication(ServerRequest request, ServerResponse response) {
        Rest.ok(response, json(numbers.put(with(Rest.form(request), application(request)))));
    }

    private static Application with(Form form, Application old) {
        return new Application(
                old.sid(),
                form.get("FriendlyName").orElse(old.name()),
                hook(form, "VoiceUrl", "VoiceMethod", old.voice()),
                hook(form, "VoiceFallbackUrl", "VoiceFallbackMethod", old.voiceFallback()),
                hook(form, "StatusCallback", "StatusCallbackMethod", old.status()));
    }

    private ObjectNode json(PhoneNumber number) {
        return Rest.object()
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
                .put("uri", Rest.ROOT + account + "/IncomingPhoneNumbers/" + number.sid() + ".json");
    }

    private ObjectNode json(Application application) {
        return Rest.object()
                .put("sid", application.sid())
                .put("account_sid", account)
                .put("friendly_name", application.name())
                .put("voice_url", application.voice().url())
                .put("voice_method", application.voice().method())
                .put("voice_fallback_url", application.voiceFallback().url())
                .put("voice_fallback_method", application.voiceFallback().method())
                .put("status_callback", application.status().url())
                .put("status_callback_method", application.status().method())
                .put("api_version", "2010-04-01")
                .put("uri", Rest.ROOT + account + "/Applications/" + application.sid() + ".json");
    }
}
