package io.trunkline.simulator.rest;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.CallStatus;
import io.trunkline.simulator.voice.Exchange;
import io.trunkline.simulator.voice.Order;
import io.trunkline.simulator.voice.Source;
import io.trunkline.simulator.voice.Subscription;
import io.trunkline.simulator.webhook.Form;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// `/Calls`
final class CallRoutes implements HttpService {
    private static final int MOST_TWIML = 4_000;

    private final Exchange exchange;
    private final CallJson json;

    CallRoutes(Exchange exchange, CallJson json) {
        this.exchange = exchange;
        this.json = json;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/Calls.json", this::list)
                .post("/Calls.json", this::create)
                .get("/Calls/{sid}", this::fetch)
                .post("/Calls/{sid}", this::update)
                .delete("/Calls/{sid}", (_, response) -> Rest.gone(response));
    }

    private void create(ServerRequest request, ServerResponse response) {
        var form = Rest.form(request);
        var to = Checks.callee(form.text("To"));
        var from = Checks.caller(form.text("From"), exchange.numbers());
        var order = new Order(
                from, to, subscription(form), document(form), Checks.timeout(form), Checks.digits(form), taped(form));
        Rest.created(response, json.of(exchange.departures().place(order)));
    }

    private static Optional<Order.Tape> taped(Form form) {
        if (!form.flag("Record", false)) {
            return Optional.empty();
        }
        var channels = form.text("RecordingChannels").equals("dual") ? 2 : 1;
        return Optional.of(new Order.Tape(channels, RecordingRoutes.told(form)));
    }

    static Subscription subscription(Form form) {
        var events = new TreeSet<String>();
        form.all("StatusCallbackEvent")
                .forEach(e -> events.addAll(Set.of(e.strip().split("\\s+"))));
        var hook = new Hook(form.text("StatusCallback"), form.text("StatusCallbackMethod"));
        return new Subscription(hook, events.isEmpty() ? Set.of("completed") : events);
    }

    private Source document(Form form) {
        if (!form.text("Twiml").isEmpty()) {
            if (form.text("Twiml").length() > MOST_TWIML) {
                throw RestError.invalid(21218, "Twiml must not be longer than 4000 characters");
            }
            return new Source.Inline(form.text("Twiml"));
        }
        if (!form.text("Url").isEmpty()) {
            var fallback = new Hook(form.text("FallbackUrl"), form.text("FallbackMethod"));
            return new Source.Ask(Checks.url(form, "Url", "Method"), fallback, new Form());
        }
        return exchange.numbers()
                .application(form.text("ApplicationSid"))
                .<Source>map(a -> new Source.Ask(a.voice(), a.voiceFallback(), new Form()))
                .orElseThrow(() -> RestError.invalid(21205, "Url parameter is required."));
    }

    private void list(ServerRequest request, ServerResponse response) {
        var query = Rest.query(request);
        var calls = exchange.calls().all().stream()
                .filter(c -> matches(query, c))
                .map(json::of)
                .toList();
        Pages.send(request, response, "calls", calls);
    }

    private static boolean matches(Form query, Call call) {
        return query.get("Status").map(call.status().wire()::equals).orElse(true)
                && query.get("To").map(call.to()::equals).orElse(true)
                && query.get("From").map(call.from()::equals).orElse(true)
                && query.get("ParentCallSid")
                        .map(p -> call.parent().filter(x -> x.sid().equals(p)).isPresent())
                        .orElse(true);
    }

    private void fetch(ServerRequest request, ServerResponse response) {
        Rest.ok(response, json.of(call(request)));
    }

    private Call call(ServerRequest request) {
        return exchange.calls().find(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
    }

    private void update(ServerRequest request, ServerResponse response) {
        var call = call(request);
        var form = Rest.form(request);
        switch (form.text("Status")) {
            case "completed" -> exchange.calls().end(call, ending(call));
            case "canceled" -> cancel(call);
            case "" -> redirect(call, document(form));
            default -> throw RestError.invalid(21218, "Status must be 'canceled' or 'completed'");
        }
        Rest.ok(response, json.of(call));
    }

    private static CallStatus ending(Call call) {
        return call.answered().isPresent() ? CallStatus.COMPLETED : CallStatus.CANCELED;
    }

    private void cancel(Call call) {
        if (call.answered().isPresent() || !exchange.calls().end(call, CallStatus.CANCELED)) {
            throw RestError.invalid(21220, "Call is not in a cancelable state.");
        }
    }

    private void redirect(Call call, Source to) {
        if (!exchange.calls().redirect(call, to)) {
            throw RestError.invalid(21220, "Call is not in-progress. Cannot redirect.");
        }
    }
}
