package io.trunkline.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.json.Json;
import io.trunkline.simulator.messaging.Texts;
import io.trunkline.simulator.rest.Arrival;
import io.trunkline.simulator.rest.Arrivals;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.Conference;
import io.trunkline.simulator.voice.Exchange;
import io.trunkline.simulator.voice.Recording;
import io.trunkline.simulator.voice.Wait;
import io.trunkline.simulator.webhook.Deliveries;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What truly happened, to be compared with what the application believes. Oldest first.
final class Ledger {
    record CallEntry(
            String sid,
            @Nullable String parentCallSid,
            String from,
            String to,
            String direction,
            String status,
            Instant created,
            @Nullable Instant answered,
            @Nullable Instant ended,
            long seconds,
            List<Wait> waits) {}

    record ConferenceEntry(
            String sid,
            String name,
            String status,
            Instant created,
            @Nullable Instant ended,
            String reason,
            List<Conference.Stay> stays) {}

    record RecordingEntry(
            String sid,
            @Nullable String callSid,
            @Nullable String conferenceSid,
            String source,
            String status,
            int channels,
            Instant start,
            long millis) {}

    record TextEntry(
            String sid,
            String direction,
            String from,
            String to,
            String body,
            List<String> media,
            String status,
            int errorCode,
            Instant created) {}

    /// @param answered empty while it waits for its answer
    record RequestEntry(
            Instant at,
            String method,
            String path,
            Map<String, String> fields,
            @Nullable Instant answered,
            int status) {}

    private final Exchange exchange;
    private final Texts texts;
    private final Deliveries deliveries;
    private final Arrivals arrivals;

    Ledger(Exchange exchange, Texts texts, Deliveries deliveries, Arrivals arrivals) {
        this.exchange = exchange;
        this.texts = texts;
        this.deliveries = deliveries;
        this.arrivals = arrivals;
    }

    /// What the application asked for over REST, oldest first.
    ///
    /// @param since leaves out what arrived before
    ArrayNode requests(Instant since) {
        return Json.mapper()
                .valueToTree(arrivals.all().stream()
                        .filter(arrival -> !arrival.at().isBefore(since))
                        .map(Ledger::entry)
                        .toList());
    }

    private static RequestEntry entry(Arrival arrival) {
        return new RequestEntry(
                arrival.at(), arrival.method(), arrival.path(), arrival.fields(), arrival.answered(), arrival.status());
    }

    /// @param webhooks false leaves out the deliveries, which are many
    ObjectNode all(boolean webhooks) {
        var calls =
                exchange.calls().all().reversed().stream().map(Ledger::entry).toList();
        var rooms = exchange.conferences().all().reversed().stream()
                .map(Ledger::entry)
                .toList();
        var takes =
                exchange.recordings().all().reversed().stream().map(this::entry).toList();
        var messages = texts.all().reversed().stream()
                .map(m -> new TextEntry(
                        m.sid(),
                        m.direction(),
                        m.from(),
                        m.to(),
                        m.body(),
                        m.media(),
                        m.status(),
                        m.errorCode(),
                        m.created()))
                .toList();
        ObjectNode json = Json.mapper()
                .valueToTree(Map.of("calls", calls, "conferences", rooms, "recordings", takes, "messages", messages));
        if (webhooks) {
            json.set("webhooks", Json.mapper().valueToTree(deliveries.all()));
        }
        return json;
    }

    private static CallEntry entry(Call call) {
        return new CallEntry(
                call.sid(),
                call.parent().map(Call::sid).orElse(null),
                call.from(),
                call.to(),
                call.direction().wire(),
                call.status().wire(),
                call.created(),
                call.answered().orElse(null),
                call.ended().orElse(null),
                call.seconds(),
                call.waits());
    }

    private static ConferenceEntry entry(Conference room) {
        return new ConferenceEntry(
                room.sid(),
                room.name(),
                word(room.status()),
                room.created(),
                room.ended().orElse(null),
                room.reason(),
                room.stays());
    }

    private RecordingEntry entry(Recording recording) {
        return new RecordingEntry(
                recording.sid(),
                recording.call().map(Call::sid).orElse(null),
                recording.room().map(Conference::sid).orElse(null),
                recording.source().wire(),
                word(recording.status()),
                recording.channels(),
                recording.start(),
                recording.length(exchange.pace().now()).toMillis());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// One call in full: where it is, and what it hears.
    ObjectNode one(Call call) {
        ObjectNode json = Json.mapper().valueToTree(entry(call));
        json.put("verb", call.place().verb()).put("detail", call.place().detail());
        json.put("muted", call.far().silent());
        var hears = json.putArray("hears");
        exchange.calls().hears(call).forEach(hears::add);
        var room = exchange.conferences().of(call);
        room.ifPresent(r -> json.put("conferenceSid", r.sid()).put("conference", r.name()));
        var member = room.flatMap(r -> r.find(call.sid()));
        member.ifPresent(m ->
                json.put("conferenceMuted", m.muted()).put("held", m.held()).put("coaching", m.coaching()));
        return json;
    }
}
