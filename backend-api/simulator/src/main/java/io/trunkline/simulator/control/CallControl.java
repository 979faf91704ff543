package io.trunkline.simulator.control;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.media.Ear;
import io.trunkline.simulator.messaging.Texts;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.Direction;
import io.trunkline.simulator.voice.Exchange;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.function.Function;

/// `/control/calls`, `/control/texts` and the ledger: what customers do by hand, and what came of it.
final class CallControl implements HttpService {
    private final Exchange exchange;
    private final Texts texts;
    private final People people;
    private final Ledger ledger;
    private final Sounds sounds;

    CallControl(Exchange exchange, Texts texts, People people, Ledger ledger) {
        this.exchange = exchange;
        this.texts = texts;
        this.people = people;
        this.ledger = ledger;
        this.sounds = new Sounds(exchange.air(), exchange.pace()::byTheClock);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/calls", this::phone)
                .get("/calls", (_, response) -> Replies.ok(response, ledger.all(false)))
                .get("/calls/{sid}", (request, response) -> Replies.ok(response, ledger.one(call(request))))
                .post("/calls/{sid}/digits", this::press)
                .post("/calls/{sid}/speech", this::speak)
                .post("/calls/{sid}/hangup", this::hangUp)
                .put("/calls/{sid}/voice", this::speakWith)
                .get("/calls/{sid}/heard", (request, response) -> wav(request, response, exchange.air()::heard))
                .get("/calls/{sid}/said", (request, response) -> wav(request, response, exchange.air()::said))
                .post("/sounds", this::upload)
                .get(
                        "/sound",
                        (_, response) ->
                                Replies.ok(response, Replies.json(exchange.air().figures())))
                .post("/texts", this::write)
                .get("/ledger", this::ledger)
                .get("/requests", this::requests);
    }

    private void phone(ServerRequest request, ServerResponse response) {
        var order = Replies.order(request);
        var voice = sounds.voice(order.json().path("voice"), order.need("from"));
        var far = people.caller(order.text("digits"), order.number("patience", 0), order.number("talk", 0));
        var call = exchange.calls()
                .phone(order.need("from"), order.need("to"), far)
                .orElseThrow(() -> noNumber(order));
        voice.ifPresent(v -> exchange.air().speak(call, v));
        Replies.created(response, Replies.object().put("sid", call.sid()));
    }

    private static Replies.Missing noNumber(Order order) {
        return new Replies.Missing("The account has no number " + order.text("to") + ".");
    }

    private Call call(ServerRequest request) {
        var sid = request.path().pathParameters().get("sid");
        return exchange.calls().find(sid).orElseThrow(() -> new Replies.Missing("There is no call " + sid + "."));
    }

    private void press(ServerRequest request, ServerResponse response) {
        var digits = Replies.order(request).need("digits");
        if (!digits.matches("[0-9#*]+")) {
            throw new Order.Bad("Digits are 0-9, # and *.");
        }
        heard(response, exchange.calls().press(call(request), digits));
    }

    private void speak(ServerRequest request, ServerResponse response) {
        heard(
                response,
                exchange.calls().say(call(request), Replies.order(request).need("text")));
    }

    private static void heard(ServerResponse response, boolean now) {
        Replies.ok(response, Replies.object().put("heard", now ? "now" : "by the next question"));
    }

    private void speakWith(ServerRequest request, ServerResponse response) {
        var call = call(request);
        if (call.far().sound().isPresent()) {
            throw new Order.Bad("This leg's device speaks for itself.");
        }
        var who = call.direction() == Direction.INBOUND ? call.from() : call.to();
        var voice = sounds.voice(Replies.order(request).json(), who);
        exchange.air().speak(call, voice.orElseThrow(() -> new Order.Bad(Sounds.KINDS)));
        Replies.ok(response, ledger.one(call));
    }

    private void wav(ServerRequest request, ServerResponse response, Function<Call, Ear> which) {
        var seconds = request.query().first("seconds").map(Double::parseDouble).orElse(1.0);
        var call = call(request);
        if (call.status().ended()) {
            throw new Replies.Missing("The call " + call.sid() + " has ended, and nothing is heard of it any more.");
        }
        response.header(HeaderNames.CONTENT_TYPE, "audio/wav");
        byte[] heard = which.apply(call).latest(seconds, (wav, until) -> {
            response.header(HeaderNames.create("Until-Millis"), String.valueOf(until.toEpochMilli()));
            return wav;
        });
        response.send(heard);
    }

    private void upload(ServerRequest request, ServerResponse response) {
        var name = sounds.keep(request.content().as(byte[].class));
        Replies.created(response, Replies.object().put("wav", name));
    }

    private void hangUp(ServerRequest request, ServerResponse response) {
        var call = call(request);
        exchange.calls().hangUp(call);
        Replies.ok(response, ledger.one(call));
    }

    private void write(ServerRequest request, ServerResponse response) {
        var order = Replies.order(request);
        var media = new ArrayList<String>();
        order.json().path("media").forEach(m -> media.add(m.asText()));
        var message = texts.receive(order.need("from"), order.need("to"), order.text("body"), media)
                .orElseThrow(() -> noNumber(order));
        Replies.created(response, Replies.object().put("sid", message.sid()));
    }

    private void ledger(ServerRequest request, ServerResponse response) {
        var webhooks = !request.query().first("webhooks").orElse("true").equals("false");
        Replies.ok(response, ledger.all(webhooks));
    }

    private void requests(ServerRequest request, ServerResponse response) {
        var since = request.query().first("since").orElse("");
        try {
            Replies.ok(response, ledger.requests(since.isEmpty() ? Instant.MIN : Instant.parse(since)));
        } catch (DateTimeParseException e) {
            throw new Order.Bad("since is a time such as 2026-11-02T09:00:00Z.");
        }
    }
}
