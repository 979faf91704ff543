package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.voice.CallStatus;
import io.trunkline.simulator.voice.Exchange;
import io.trunkline.simulator.voice.Recording;
import io.trunkline.simulator.voice.RecordingSource;
import io.trunkline.simulator.voice.Subscription;
import io.trunkline.simulator.voice.Times;
import io.trunkline.simulator.webhook.Form;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// `/Recordings`, of the account, of a call and of a conference, and their audio.
final class RecordingRoutes implements HttpService {
    private final Exchange exchange;

    RecordingRoutes(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/Recordings.json", (request, response) -> list(request, response, _ -> true))
                .get("/Recordings/{id}", this::fetch)
                .delete("/Recordings/{id}", this::delete)
                .get("/Calls/{sid}/Recordings.json", (request, response) -> list(request, response, of(request)))
                .post("/Calls/{sid}/Recordings.json", this::startCall)
                .get("/Calls/{sid}/Recordings/{id}", this::fetch)
                .post("/Calls/{sid}/Recordings/{id}", this::update)
                .delete("/Calls/{sid}/Recordings/{id}", this::delete)
                .get("/Conferences/{sid}/Recordings.json", (request, response) -> list(request, response, of(request)))
                .get("/Conferences/{sid}/Recordings/{id}", this::fetch)
                .post("/Conferences/{sid}/Recordings/{id}", this::update)
                .delete("/Conferences/{sid}/Recordings/{id}", this::delete);
    }

    private static Predicate<Recording> of(ServerRequest request) {
        var sid = Rest.id(request, "sid");
        return r -> r.call().filter(c -> c.sid().equals(sid)).isPresent()
                || r.room().filter(c -> c.sid().equals(sid)).isPresent();
    }

    private void list(ServerRequest request, ServerResponse response, Predicate<Recording> which) {
        var query = Rest.query(request);
        List<ObjectNode> all = exchange.recordings().all().stream()
                .filter(which)
                .filter(r -> query.get("CallSid")
                        .map(sid -> r.call().filter(c -> c.sid().equals(sid)).isPresent())
                        .orElse(true))
                .map(this::json)
                .toList();
        Pages.send(request, response, "recordings", all);
    }

    static Subscription told(Form form) {
        var events = new TreeSet<String>();
        form.all("RecordingStatusCallbackEvent")
                .forEach(e -> events.addAll(Set.of(e.strip().split("\\s+"))));
        var hook = new Hook(form.text("RecordingStatusCallback"), form.text("RecordingStatusCallbackMethod"));
        return new Subscription(hook, events.isEmpty() ? Set.of("completed") : events);
    }

    private void startCall(ServerRequest request, ServerResponse response) {
        var call = exchange.calls().find(Rest.id(request, "sid")).orElseThrow(() -> Rest.missing(request));
        if (call.status() != CallStatus.IN_PROGRESS) {
            throw RestError.invalid(21220, "Requested resource is not eligible for recording");
        }
        var form = Rest.form(request);
        var channels = form.text("RecordingChannels").equals("dual") ? 2 : 1;
        var track = form.text("RecordingTrack").isEmpty() ? "both" : form.text("RecordingTrack");
        var recording = exchange.recordings().start(call, RecordingSource.START_CALL, channels, track, told(form));
        Rest.created(response, json(recording));
    }

    private void fetch(ServerRequest request, ServerResponse response) {
        var id = request.path().pathParameters().get("id");
        if (id.endsWith(".wav")) {
            audio(request, response, id.substring(0, id.length() - 4));
        } else {
            Rest.ok(response, json(recording(request)));
        }
    }

    private void audio(ServerRequest request, ServerResponse response, String sid) {
        var file =
                exchange.recordings().find(sid).map(exchange.recordings()::file).filter(Files::exists);
        response.header(HeaderNames.CONTENT_TYPE, "audio/x-wav");
        response.send(file.orElseThrow(() -> Rest.missing(request)));
    }

    private Recording recording(ServerRequest request) {
        return exchange.recordings().find(Rest.id(request, "id")).orElseThrow(() -> Rest.missing(request));
    }

    /// `Twilio.CURRENT` means the newest running recording of the call.
    private Recording current(ServerRequest request) {
        if (!Rest.id(request, "id").equals("Twilio.CURRENT")) {
            return recording(request);
        }
        return exchange.recordings().all().stream()
                .filter(of(request).and(Recording::running))
                .findFirst()
                .orElseThrow(() -> Rest.missing(request));
    }

    private void update(ServerRequest request, ServerResponse response) {
        var recording = current(request);
        var form = Rest.form(request);
        var done = switch (form.text("Status")) {
            case "paused" ->
                exchange.recordings()
                        .pause(recording, form.text("PauseBehavior").equals("skip"));
            case "in-progress" -> exchange.recordings().resume(recording);
            case "stopped" -> stop(recording);
            default -> throw RestError.invalid(21218, "Status must be 'paused', 'in-progress' or 'stopped'");
        };
        if (!done) {
            throw RestError.invalid(
                    21220,
                    "Recording is " + status(recording) + ", its status cannot be changed to " + form.text("Status"));
        }
        Rest.ok(response, json(recording));
    }

    private boolean stop(Recording recording) {
        var running = recording.running();
        exchange.recordings().stop(recording);
        return running;
    }

    private void delete(ServerRequest request, ServerResponse response) {
        exchange.recordings().delete(recording(request));
        Rest.gone(response);
    }

    private static String status(Recording recording) {
        return recording.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ObjectNode json(Recording recording) {
        var account = exchange.account().sid();
        var done = recording.status() == Recording.Status.COMPLETED;
        var seconds = recording.length(exchange.pace().now()).toSeconds();
        var json = Rest.object()
                .put("sid", recording.sid())
                .put("account_sid", account)
                .put("call_sid", recording.call().map(c -> c.sid()).orElse(null))
                .put("conference_sid", recording.room().map(c -> c.sid()).orElse(null))
                .put("api_version", "2010-04-01")
                .put("status", status(recording))
                .put("source", recording.source().wire())
                .put("channels", recording.channels())
                .put("track", recording.track())
                .put("duration", done ? "" + seconds : null)
                .put("start_time", Times.text(recording.start()))
                .put("date_created", Times.text(recording.start()))
                .put("date_updated", Times.text(recording.end().orElse(recording.start())))
                .put("error_code", recording.status() == Recording.Status.ABSENT ? 1 : null)
                .put("media_url", exchange.recordings().url(recording))
                .put("uri", Rest.ROOT + account + "/Recordings/" + recording.sid() + ".json")
                .putNull("price")
                .putNull("price_unit")
                .putNull("encryption_details");
        json.putObject("subresource_uris");
        return json;
    }
}
