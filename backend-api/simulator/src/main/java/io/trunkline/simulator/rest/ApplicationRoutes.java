package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.Application;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.Sids;
import io.trunkline.simulator.webhook.Form;

/// `/Applications`
final class ApplicationRoutes implements HttpService {
    private static final Hook NONE = Hook.post("");

    private final String account;
    private final Numbers numbers;

    ApplicationRoutes(String account, Numbers numbers) {
        this.account = account;
        this.numbers = numbers;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/Applications.json", this::applications)
                .post("/Applications.json", this::createApplication)
                .get("/Applications/{sid}", (request, response) -> Rest.ok(response, json(application(request))))
                .post("/Applications/{sid}", this::updateApplication)
                .delete("/Applications/{sid}", this::removeApplication);
    }

    private Application application(ServerRequest request) {
        return numbers.application(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
    }

    private void applications(ServerRequest request, ServerResponse response) {
        var name = Rest.query(request).get("FriendlyName");
        var all = numbers.applications().stream()
                .filter(each -> name.map(each.name()::equals).orElse(true))
                .map(this::json)
                .toList();
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

    private void removeApplication(ServerRequest request, ServerResponse response) {
        numbers.removeApplication(application(request).sid());
        Rest.gone(response);
    }

    private static Application with(Form form, Application old) {
        return new Application(
                old.sid(),
                form.get("FriendlyName").orElse(old.name()),
                NumberRoutes.hook(form, "VoiceUrl", "VoiceMethod", old.voice()),
                NumberRoutes.hook(form, "VoiceFallbackUrl", "VoiceFallbackMethod", old.voiceFallback()),
                NumberRoutes.hook(form, "StatusCallback", "StatusCallbackMethod", old.status()));
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
