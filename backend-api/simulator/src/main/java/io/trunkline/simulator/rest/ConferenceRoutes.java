package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.voice.Conference;
import io.trunkline.simulator.voice.Exchange;
import io.trunkline.simulator.voice.Times;
import java.util.Locale;
import java.util.Optional;

/// `/Conferences`
final class ConferenceRoutes implements HttpService {
    private final Exchange exchange;

    ConferenceRoutes(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/Conferences.json", this::list)
                .get("/Conferences/{sid}", this::fetch)
                .post("/Conferences/{sid}", this::update);
    }

    private void list(ServerRequest request, ServerResponse response) {
        var query = Rest.query(request);
        var rooms = exchange.conferences().all().stream()
                .filter(c -> query.get("FriendlyName").map(c.name()::equals).orElse(true))
                .filter(c -> query.get("Status").map(status(c)::equals).orElse(true))
                .map(this::json)
                .toList();
        Pages.send(request, response, "conferences", rooms);
    }

    private void fetch(ServerRequest request, ServerResponse response) {
        Rest.ok(response, json(room(request)));
    }

    private Conference room(ServerRequest request) {
        return exchange.conferences().bySid(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
    }

    private void update(ServerRequest request, ServerResponse response) {
        var room = room(request);
        var form = Rest.form(request);
        if (form.text("Status").equals("completed")) {
            room.end();
        }
        if (!form.text("AnnounceUrl").isEmpty()) {
            var announcement = new Hook(form.text("AnnounceUrl"), form.text("AnnounceMethod"));
            exchange.conferences().announce(room, Optional.empty(), announcement);
        }
        Rest.ok(response, json(room));
    }

    private static String status(Conference room) {
        return room.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ObjectNode json(Conference room) {
        var account = exchange.account().sid();
        var uri = Rest.ROOT + account + "/Conferences/" + room.sid();
        var json = Rest.object()
                .put("sid", room.sid())
                .put("account_sid", account)
                .put("friendly_name", room.name())
                .put("status", status(room))
                .put("region", "us1")
                .put("api_version", "2010-04-01")
                .put("date_created", Times.text(room.created()))
                .put("date_updated", Times.text(room.ended().orElse(room.created())))
                .put("reason_conference_ended", room.reason().isEmpty() ? null : room.reason())
                .put("call_sid_ending_conference", room.endedBy().isEmpty() ? null : room.endedBy())
                .put("uri", uri + ".json");
        json.putObject("subresource_uris")
                .put("participants", uri + "/Participants.json")
                .put("recordings", uri + "/Recordings.json");
        return json;
    }
}
