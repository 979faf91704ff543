package io.trunkline.backend.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Every row of every table that belongs to a tenant, written so that two databases which were told the same can be
/// compared as text.
///
/// Ids that we make ourselves are replaced by what they stand for outside: the carrier's ids, numbers and agents.
final class LedgerRows {
    /// Tables whose rows say how something came about rather than what is so.
    private static final Map<String, String> LEFT_OUT = Map.of(
            "event", "compared together with the outbox, by what happened to what",
            "outbox", "compared together with the log, by what happened to what",
            "event_head", "counts events, of which there are more when more was seen on the way",
            "carrier_account", "encrypted anew in each database");

    /// Events that tell of each step on the way; who hears of the end first is not told of the steps.
    private static final String ON_THE_WAY = "'CallChanged', 'MessageStateChanged', 'ThreadChanged'";

    /// Columns that count or number things in the order of their coming, and those that say how hard it was.
    private static final Set<String> OF_THE_WAY = Set.of(
            "notice.id",
            "notice.token",
            "notice.attempts",
            "notice.last_error",
            "carrier_command.id",
            "carrier_command.ordinal",
            "carrier_command.attempts",
            "carrier_command.state",
            "carrier_command.answer",
            "carrier_command.sent_at",
            "carrier_command.done_at",
            "carrier_command.last_error",
            "agent_state.id",
            "queue_entry.visit",
            "address.id",
            "contact_address.id",
            "attachment.id",
            // the newest text is the one that came last: texts carry no time of their own
            "thread.preview");

    /// The carrier's own times, which have to be kept as told; of all others only whether there is one is compared.
    private static final Set<String> CARRIERS_TIMES = Set.of("leg.ended_at", "recording.started_at");

    /// Ids of our own making; those of version 3 were planted by the test and are the same everywhere.
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*");

    /// What ids stand for. A reservation, a leg and so on is known by somebody outside who can have only one.
    private static final String NAMES = """
            select i.id, 'call of ' || l.call_sid from interaction i join leg l on l.interaction_id = i.id and l.role = 'CONTACT'
            union all select i.id, 'texts with ' || a.value from interaction i
                join contact_address a on a.contact_id = i.contact_id where i.channel = 'SMS'
            union all select id, 'leg ' || call_sid from leg
            union all select contact_id, 'contact ' || value from contact_address
            union all select t.id, 'thread with ' || a.value from thread t join contact_address a on a.contact_id = t.contact_id
            union all select id, 'message ' || outside_id from message
            union all select id, 'recording ' || carrier_sid from recording
            union all select id, 'reservation of ' || agent_id from reservation
            union all select p.id, 'participant ' || p.role || coalesce(p.agent_id::text, '') || ' in ' || l.call_sid
                from participant p join leg l on l.interaction_id = p.interaction_id and l.role = 'CONTACT'
            union all select s.id, 'segment ' || s.position || ' of ' || l.call_sid
                from segment s join leg l on l.interaction_id = s.interaction_id and l.role = 'CONTACT'""";

    private final Connection connection;
    private final Map<String, String> names = new HashMap<>();

    private LedgerRows(Connection connection) {
        this.connection = connection;
    }

    /// The rows of each table, with how often each is there.
    static Map<String, Map<String, Integer>> of(TestDatabase postgres) {
        try (var connection = postgres.owner().getConnection()) {
            return new LedgerRows(connection).read();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int count(Map<String, Map<String, Integer>> rows) {
        return rows.values().stream()
                .flatMap(each -> each.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /// Rows that are in one and not in the other.
    static List<String> differences(
            Map<String, Map<String, Integer>> expected, Map<String, Map<String, Integer>> found) {
        var differences = new ArrayList<String>();
        expected.forEach((table, rows) -> {
            var others = found.getOrDefault(table, Map.of());
            rows.forEach(
                    (row, times) -> add(differences, times - others.getOrDefault(row, 0), "- " + table + " " + row));
            others.forEach(
                    (row, times) -> add(differences, times - rows.getOrDefault(row, 0), "+ " + table + " " + row));
        });
        return differences;
    }

    private static void add(List<String> differences, int times, String row) {
        for (var more = 0; more < times; more++) {
            differences.add(row);
        }
    }

    private Map<String, Map<String, Integer>> read() {
        query(NAMES).forEach(row -> names.merge(row.get(0), row.get(1), (a, b) -> a.compareTo(b) < 0 ? a : b));
        var tables = new TreeMap<String, Map<String, Integer>>();
        for (var table : tables()) {
            var rows = new TreeMap<String, Integer>();
            for (var row : query("select to_jsonb(t)::text from " + table + " t" + only(table))) {
                rows.merge(normal(table, row.getFirst()), 1, Integer::sum);
            }
            tables.put(table, rows);
        }
        tables.put("events", events());
        return tables;
    }

    private List<String> tables() {
        return query("""
                        select distinct c.table_name from information_schema.columns c
                        join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
                        where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'""").stream()
                .map(List::getFirst)
                .filter(table -> !LEFT_OUT.containsKey(table) && !table.startsWith("event_"))
                .sorted()
                .toList();
    }

    /// A hang-up and a hold answer what was known at the moment, so there may be more or fewer of them, and whoever is
    /// told of the end before the beginning does not begin to record. What brings people together and dials must be
    /// ordered once, and so must the recording of whoever called us.
    private static String only(String table) {
        return table.equals("carrier_command")
                ? " where kind in ('Join', 'Dial') or kind = 'StartRecording' and interaction_id in"
                        + " (select id from interaction where direction = 'INBOUND')"
                : "";
    }

    private Map<String, Integer> events() {
        var events = new TreeMap<String, Integer>();
        for (var row : query("""
                select type, interaction_id from (select type, interaction_id from outbox
                    union all select type, interaction_id from event) e where type not in (%s)""".formatted(ON_THE_WAY))) {
            events.merge(row.get(0) + " " + named(String.valueOf(row.get(1))), 1, Integer::sum);
        }
        return events;
    }

    private String normal(String table, String json) {
        try {
            var row = (ObjectNode) Json.mapper().readTree(json);
            var kept = new TreeMap<String, String>();
            row.properties().forEach(field -> {
                var column = table + "." + field.getKey();
                if (!OF_THE_WAY.contains(column)) {
                    kept.put(field.getKey(), value(column, field.getValue()));
                }
            });
            return kept.toString();
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private String value(String column, JsonNode value) {
        var text = value.isTextual() ? value.asText() : value.toString();
        if (column.equals("notice.body")) {
            text = new String(
                    java.util.HexFormat.of().parseHex(text.substring(2)), java.nio.charset.StandardCharsets.UTF_8);
        }
        if (TIME.matcher(text).matches() && !CARRIERS_TIMES.contains(column)) {
            return "some time";
        }
        return named(text);
    }

    private String named(String text) {
        return UUID.matcher(text).replaceAll(found -> {
            var planted = found.group().charAt(14) == '3';
            return names.getOrDefault(found.group(), planted ? found.group() : "some id");
        });
    }

    private List<List<String>> query(String sql) {
        var found = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= width; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                found.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return found;
    }
}
