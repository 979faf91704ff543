package io.trunkline.launcher.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Holds what was acknowledged against what is written down. Each method names what is missing, one sentence each.
final class Reckoning {
    private static final Set<String> ENDED = Set.of("completed", "busy", "no-answer", "canceled", "failed");

    private final Sql sql;
    private final JsonNode ledger;
    private final Set<String> notices;
    private final Set<String> pending;
    private final Set<String> answers;
    private final Map<String, String> legs;

    Reckoning(Sql sql, JsonNode ledger) {
        this.sql = sql;
        this.ledger = ledger;
        notices = notices("true");
        pending = notices("applied_at is null");
        answers = new HashSet<>(sql.column("select token from webhook_answer"));
        legs = sql.rows("select call_sid, state from leg where call_sid is not null").stream()
                .collect(Collectors.toMap(row -> row.field(0), row -> row.field(1)));
    }

    /// What was told in notices, by all of their fields.
    private Set<String> notices(String which) {
        return sql.column("select convert_from(body, 'UTF8') from notice where " + which).stream()
                .map(body -> fields(body).toString())
                .collect(Collectors.toSet());
    }

    private static String told(JsonNode webhook) {
        var query = URI.create(webhook.path("url").asText()).getRawQuery();
        var all = fields(query == null ? "" : query);
        webhook.path("fields")
                .properties()
                .forEach(field -> all.put(field.getKey(), field.getValue().asText()));
        return all.toString();
    }

    private static SortedMap<String, String> fields(String encoded) {
        var fields = new TreeMap<String, String>();
        var pairs = Pattern.compile("([^=&]+)=([^&]*)").matcher(encoded);
        while (pairs.find()) {
            fields.put(
                    URLDecoder.decode(pairs.group(1), StandardCharsets.UTF_8),
                    URLDecoder.decode(pairs.group(2), StandardCharsets.UTF_8));
        }
        return fields;
    }

    /// Webhooks the carrier was thanked for.
    List<JsonNode> acknowledged() {
        return StreamSupport.stream(ledger.path("webhooks").spliterator(), false)
                .filter(webhook -> webhook.path("status").asInt() / 100 == 2)
                .toList();
    }

    /// Acknowledged webhooks without their effect.
    List<String> lostWebhooks() {
        var lost = new ArrayList<String>();
        for (var webhook : acknowledged()) {
            if (!hadEffect(webhook)) {
                lost.add(webhook.path("url").asText() + " " + webhook.path("fields"));
            }
        }
        return lost;
    }

    private boolean hadEffect(JsonNode webhook) {
        var address = URI.create(webhook.path("url").asText());
        var fields = webhook.path("fields");
        var sid = fields.path("CallSid").asText();
        return switch (address.getPath()) {
            case "/twilio/voice/inbound" -> answers.contains(sid + " begin") && legs.containsKey(sid);
            case "/twilio/voice/step" -> answers.contains(sid + " " + query(address, "turn"));
            case "/twilio/voice/agent" ->
                !webhook.path("answer").asText().contains("<Conference") || legs.containsKey(sid);
            case "/twilio/voice/enqueue-result" ->
                !fields.path("QueueResult").asText().equals("hangup") || over(sid);
            case "/twilio/voice/status" ->
                applied(webhook, sid)
                        && (over(sid)
                                || !ENDED.contains(fields.path("CallStatus").asText()));
            case "/twilio/conference", "/twilio/recording" -> applied(webhook, sid);
            case "/twilio/sms/inbound" ->
                sql.number(
                                "select count(*) from message where outside_id = ?",
                                fields.path("MessageSid").asText())
                        == 1;
            case "/twilio/sms/status" -> notices.contains(told(webhook));
            default -> true;
        };
    }

    /// Written down, and applied unless it is about a call whose beginning never got through to us.
    private boolean applied(JsonNode webhook, String sid) {
        var told = told(webhook);
        return notices.contains(told) && (!pending.contains(told) || (!sid.isEmpty() && !legs.containsKey(sid)));
    }

    /// The leg has ended, or we never knew it.
    private boolean over(String sid) {
        return !Set.of("QUEUED", "INITIATED", "RINGING", "IN_PROGRESS").contains(legs.getOrDefault(sid, ""));
    }

    /// Acknowledged notes that are not there exactly once, in the ledger and in the log.
    List<String> lostNotes(List<Agent.Said> notes) {
        var kept = counts("select id::text from note");
        var told = counts("select (payload::jsonb) -> 'note' ->> 'id' from event where type = 'NoteAdded'");
        return notes.stream()
                .filter(note -> kept.getOrDefault(note.id(), 0L) != 1 || told.getOrDefault(note.id(), 0L) != 1)
                .map(note -> "%s: %d times in the ledger, %d in the log"
                        .formatted(note, kept.getOrDefault(note.id(), 0L), told.getOrDefault(note.id(), 0L)))
                .toList();
    }

    /// Acknowledged texts that the contact did not get exactly once.
    List<String> lostTexts(List<Agent.Said> texts) {
        var got = StreamSupport.stream(ledger.path("messages").spliterator(), false)
                .collect(Collectors.groupingBy(text -> text.path("body").asText(), Collectors.counting()));
        return texts.stream()
                .filter(text -> got.getOrDefault(text.text(), 0L) != 1)
                .map(text -> "%s: sent %d times".formatted(text, got.getOrDefault(text.text(), 0L)))
                .toList();
    }

    /// What a client was told over all restarts, held against what the log tells it now.
    static List<String> lostEvents(String client, Feed feed, SortedMap<Long, String> replay, long until) {
        var lost = new ArrayList<String>();
        var told = feed.told().headMap(until + 1);
        var replayed = replay.headMap(until + 1);
        replayed.forEach((seq, event) -> {
            if (!event.equals(told.get(seq))) {
                lost.add("%s was told %s as %d, which is %s".formatted(client, told.get(seq), seq, event));
            }
        });
        told.keySet().stream()
                .filter(seq -> !replayed.containsKey(seq))
                .forEach(seq -> lost.add("%s was told %d, which is not in the log".formatted(client, seq)));
        if (feed.twice() > 0 || feed.resyncs() > 0) {
            lost.add("%s was told %d events twice and sent back %d times"
                    .formatted(client, feed.twice(), feed.resyncs()));
        }
        return lost;
    }

    /// Events that were committed when the backend was killed and are not in the log; gaps of the log.
    List<String> lostFromOutbox(List<Kill> kills) {
        var logged = counts("select type || ' ' || at || ' ' || payload from event");
        var lost = new ArrayList<String>();
        for (var kill : kills) {
            kill.outbox().stream()
                    .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                    .forEach((event, count) -> {
                        if (logged.getOrDefault(event, 0L) < count) {
                            lost.add("not in the log: " + event);
                        }
                    });
        }
        var gaps = sql.number("select max(seq) - count(distinct seq) + count(*) - count(distinct seq) from event");
        if (gaps != 0) {
            lost.add("the log has %d gaps or repeats".formatted(gaps));
        }
        return lost;
    }

    /// Whatever is still open although every call has ended and everybody has wrapped up.
    static List<String> open(Sql sql) {
        return sql.column("""
                select 'interaction ' || i.id || ' ' || i.state || ' ' || i.direction || ' ' || i.channel || ' legs ' ||
                       coalesce((select string_agg(l.role || ' ' || l.state || ' ' || coalesce(l.call_sid, '-'), ', ') from leg l
                                 where l.interaction_id = i.id), '-') ||
                       coalesce((select ' in line ' || to_jsonb(e)::text from queue_entry e where e.interaction_id = i.id),
                                ' in no line') ||
                       coalesce((select ' offered ' || string_agg(r.state || ' at ' || r.offered_at, ', ') from reservation r
                                 where r.interaction_id = i.id), ' never offered')
                from interaction i where i.state <> 'COMPLETED'
                union all select 'agents ' || state || case when connected then ' here' else ' gone' end || ': ' || count(*)
                    from presence where exists (select from interaction where state = 'WAITING') group by state, connected
                union all select name || ' held by ' || holder || ' until ' || expires_at || ', now ' || now() from lease
                    where name like 'router:%' and exists (select from interaction where state = 'WAITING')
                union all select 'reservation ' || id || ' ' || state from reservation
                    where state in ('OFFERED', 'ACCEPTED', 'WRAPPING')
                union all select 'agent ' || agent_id || ' ' || state from presence
                    where state not in ('AVAILABLE', 'OFFLINE')
                union all select 'leg ' || role || ' ' || coalesce(call_sid, '-') || ' ' || state from leg
                    where state in ('QUEUED', 'INITIATED', 'RINGING', 'IN_PROGRESS')
                union all select 'command ' || kind || ' ' || state || ' ' || attempts || ' ' || coalesce(last_error, '')
                    from carrier_command where state in ('READY', 'SENDING', 'DEAD')
                union all select 'slot of ' || agent_id from slot
                union all select 'outbox ' || type from outbox
                union all select 'job ' || kind || ' ' || state || ' ' || coalesce(last_error, '') from job
                    where state <> 'DONE'
                union all select 'notice ' || n.kind || ' ' || coalesce(n.last_error, '') from notice n
                    where n.applied_at is null and (n.dead or exists (select from leg l where l.call_sid = n.subject))""");
    }

    /// Calls placed or recordings begun more often than was ordered.
    List<String> twice(Requests requests) {
        var twice = new ArrayList<String>();
        for (var leg : sql.column(
                "select coalesce(payload -> 'leg' ->> 'value', payload ->> 'leg') from carrier_command where kind = 'Dial'")) {
            if (requests.placed(leg) > 1) {
                twice.add("leg %s was dialled %d times".formatted(leg, requests.placed(leg)));
            }
        }
        StreamSupport.stream(ledger.path("recordings").spliterator(), false)
                .collect(Collectors.groupingBy(each -> each.path("callSid").asText(), Collectors.counting()))
                .forEach((call, count) -> {
                    if (count > 1) {
                        twice.add("call %s is recorded %d times".formatted(call, count));
                    }
                });
        return twice;
    }

    private Map<String, Long> counts(String query) {
        return sql.column(query).stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }

    private static String query(URI address, String name) {
        var found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(address.getQuery());
        return found.find() ? found.group(1) : "";
    }
}
