package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.voice.Conference;
import io.trunkline.simulator.voice.Exchange;
import io.trunkline.simulator.voice.Member;
import io.trunkline.simulator.voice.Order;
import io.trunkline.simulator.voice.Source;
import io.trunkline.simulator.voice.Times;
import io.trunkline.simulator.webhook.Form;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/Conferences/{sid}/Participants`: those who are in it now, by call or by label.
final class ParticipantRoutes implements HttpService {
    private final Exchange exchange;

    ParticipantRoutes(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/Conferences/{room}/Participants.json", this::list)
                .post("/Conferences/{room}/Participants.json", this::create)
                .get("/Conferences/{room}/Participants/{key}", this::fetch)
                .post("/Conferences/{room}/Participants/{key}", this::update)
                .delete("/Conferences/{room}/Participants/{key}", this::remove);
    }

    private void list(ServerRequest request, ServerResponse response) {
        var room = room(request);
        var query = Rest.query(request);
        var members = room.members().stream()
                .filter(m -> query.get("Muted")
                        .map(v -> Boolean.parseBoolean(v) == m.muted())
                        .orElse(true))
                .filter(m -> query.get("Hold")
                        .map(v -> Boolean.parseBoolean(v) == m.held())
                        .orElse(true))
                .map(m -> json(room.sid(), m))
                .toList();
        Pages.send(request, response, "participants", members);
    }

    private void create(ServerRequest request, ServerResponse response) {
        var form = Rest.form(request);
        var key = Rest.id(request, "room");
        var name = exchange.conferences().bySid(key).map(Conference::name).orElse(key);
        var to = Checks.callee(form.text("To"));
        var from = Checks.caller(form.text("From"), exchange.numbers());
        var document = new Source.Inline(Joining.twiml(name, form));
        var order = new Order(
                from,
                to,
                CallRoutes.subscription(form),
                document,
                Checks.timeout(form),
                Checks.digits(form),
                Optional.empty());
        var call = exchange.departures().place(order);
        var sid = exchange.conferences().find(key).map(Conference::sid).orElse("");
        Rest.created(
                response,
                base(sid, call.sid())
                        .put("label", label(form.text("Label")))
                        .put("status", call.status().wire())
                        .put("queue_time", "" + call.queued().toMillis())
                        .put("muted", form.flag("Muted", false))
                        .put("hold", false)
                        .put("coaching", form.flag("Coaching", false))
                        .put("call_sid_to_coach", label(form.text("CallSidToCoach")))
                        .put("start_conference_on_enter", form.flag("StartConferenceOnEnter", true))
                        .put("end_conference_on_exit", form.flag("EndConferenceOnExit", false))
                        .put("date_created", Times.text(call.created()))
                        .put("date_updated", Times.text(call.created())));
    }

    private void fetch(ServerRequest request, ServerResponse response) {
        var room = room(request);
        Rest.ok(response, json(room.sid(), member(request, room)));
    }

    private void update(ServerRequest request, ServerResponse response) {
        var room = room(request);
        var key = member(request, room).call().sid();
        var form = Rest.form(request);
        form.get("Muted").ifPresent(v -> room.mute(key, Boolean.parseBoolean(v)));
        form.get("EndConferenceOnExit").ifPresent(v -> room.endsOnExit(key, Boolean.parseBoolean(v)));
        form.get("Hold").ifPresent(v -> room.hold(key, Boolean.parseBoolean(v), holdMusic(form)));
        if (form.get("Coaching").isPresent() || form.get("CallSidToCoach").isPresent()) {
            coach(room, key, form);
        }
        announce(room, key, form);
        Rest.ok(response, json(room.sid(), member(request, room)));
    }

    private static Hook holdMusic(Form form) {
        return new Hook(form.text("HoldUrl"), form.text("HoldMethod").isEmpty() ? "GET" : form.text("HoldMethod"));
    }

    private static void coach(Conference room, String key, Form form) {
        var on = form.flag("Coaching", true);
        var whom = form.text("CallSidToCoach");
        if (on && (whom.isEmpty() || room.find(whom).isEmpty())) {
            throw RestError.invalid(13240, "Coaching needs the CallSid of a participant of this conference.");
        }
        room.coach(key, on, on ? whom : "");
    }

    private void announce(Conference room, String key, Form form) {
        if (!form.text("AnnounceUrl").isEmpty()) {
            var announcement = new Hook(form.text("AnnounceUrl"), form.text("AnnounceMethod"));
            exchange.conferences().announce(room, room.find(key), announcement);
        }
    }

    private void remove(ServerRequest request, ServerResponse response) {
        var member = member(request, room(request));
        exchange.conferences().leave(member.call(), "participant_updated_via_api");
        Rest.gone(response);
    }

    private Conference room(ServerRequest request) {
        return exchange.conferences().find(Rest.id(request, "room")).orElseThrow(() -> Rest.missing(request));
    }

    private static Member member(ServerRequest request, Conference room) {
        return room.find(Rest.id(request, "key")).orElseThrow(() -> Rest.missing(request));
    }

    private static @Nullable String label(String text) {
        return text.isEmpty() ? null : text;
    }

    private ObjectNode base(String room, String call) {
        var account = exchange.account().sid();
        return Rest.object()
                .put("account_sid", account)
                .put("call_sid", call)
                .put("conference_sid", room)
                .put("uri", Rest.ROOT + account + "/Conferences/" + room + "/Participants/" + call + ".json");
    }

    private ObjectNode json(String room, Member member) {
        return base(room, member.call().sid())
                .put("label", label(member.label()))
                .put("status", "connected")
                .put("queue_time", "" + member.call().queued().toMillis())
                .put("muted", member.muted())
                .put("hold", member.held())
                .put("coaching", member.coaching())
                .put("call_sid_to_coach", label(member.coached()))
                .put("start_conference_on_enter", member.startsOnEnter())
                .put("end_conference_on_exit", member.endsOnExit())
                .put("date_created", Times.text(member.joined()))
                .put("date_updated", Times.text(member.joined()));
    }
}
