package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Rest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Counts over the ledger with SQL of its own, to be held against what wallboard, history and contact card say.
final class LedgerSql {
    private static final String TODAY = "(date_trunc('day', now() at time zone t.time_zone) at time zone t.time_zone)";

    private final String url;

    LedgerSql(String url) {
        this.url = url;
    }

    void agreesWith(Rest supervisor) {
        wallboard(supervisor.get("/api/v1/wallboard").path("queues"));
        history(supervisor);
        cards(supervisor);
    }

    private void wallboard(JsonNode queues) {
        assertThat(queues).isNotEmpty();
        for (var queue : queues) {
            var id = queue.path("queue").path("id").asText();
            same(queue, "arrived", came(id, "count(*)", "s.started_at >= " + TODAY));
            same(queue, "answered", came(id, "count(*)", "s.answered_at >= " + TODAY));
            same(queue, "abandoned", came(id, "count(*)", "s.outcome = 'ABANDONED' and s.ended_at >= " + TODAY));
            same(
                    queue,
                    "averageWaitSeconds",
                    came(id, seconds("s.answered_at - s.started_at"), "s.answered_at >= " + TODAY));
            same(
                    queue,
                    "averageHandleSeconds",
                    segments(id, seconds("s.wrapped_at - s.answered_at"), "s.wrapped_at >= " + TODAY));
            same(queue, "waiting", state(id, "WAITING"));
            same(queue, "active", state(id, "ACTIVE"));
            same(queue, "wrapping", state(id, "WRAPPING"));
            same(queue, "serviceLevel", came(id, """
                    count(*) filter (where s.answered_at - s.started_at <= (select q.service_level_seconds from queue q
                        where q.id = s.queue_id) * interval '1 second')::float / nullif(count(*), 0)""", """
                    (s.answered_at >= %1$s or s.outcome = 'ABANDONED' and s.ended_at >= %1$s)""".formatted(TODAY)));
            same(queue, "agentsAvailable", agents(id, "'AVAILABLE'"));
            same(queue, "agentsEngaged", agents(id, "'ENGAGED', 'RESERVED'"));
            same(queue, "agentsWrapUp", agents(id, "'WRAP_UP'"));
            same(queue, "agentsAway", agents(id, "'AWAY'"));
        }
    }

    private void history(Rest supervisor) {
        var shown = new ArrayList<String>();
        JsonNode page;
        var cursor = "";
        do {
            page = supervisor.get("/api/v1/interactions?limit=3" + cursor);
            page.path("items")
                    .forEach(item -> shown.add("%s %s %s"
                            .formatted(
                                    item.path("id").asText(),
                                    item.path("state").asText(),
                                    item.path("outcome").asText("-"))));
            cursor = "&cursor=" + page.path("next").asText();
        } while (page.hasNonNull("next"));

        assertThat(shown).containsExactlyElementsOf(lines("""
                select id || ' ' || state || ' ' || coalesce(outcome, '-') from interaction order by opened_at desc, id desc"""));
    }

    private void cards(Rest supervisor) {
        for (var contact : lines("select id::text from contact")) {
            var card = supervisor.get("/api/v1/contacts/" + contact);
            same(
                    card,
                    "interactions",
                    number("select count(*) from interaction where contact_id = '%s'".formatted(contact)));
            same(
                    card,
                    "open",
                    number("select count(*) from interaction where state <> 'COMPLETED' and contact_id = '%s'"
                            .formatted(contact)));
            assertThat(card.path("notes").size()).isEqualTo((int)
                    number("select least(10, count(*)) from note where contact_id = '%s'".formatted(contact)));
        }
    }

    private double segments(String queue, String what, String condition) {
        return number(
                "select %s from segment s join tenant t on t.tenant_id = s.tenant_id where s.queue_id = '%s' and %s"
                        .formatted(what, queue, condition));
    }

    /// As above without the talks that agents began themselves: they never came to the queue.
    private double came(String queue, String what, String condition) {
        return segments(queue, what, condition + """
                 and not (s.position = 1
                    and (select i.direction = 'OUTBOUND' from interaction i where i.id = s.interaction_id))""");
    }

    private double state(String queue, String state) {
        return number(
                "select count(*) from interaction where queue_id = '%s' and state = '%s'".formatted(queue, state));
    }

    private double agents(String queue, String states) {
        return number("""
                select count(*) from queue_agent a join presence p on p.agent_id = a.agent_id
                where a.queue_id = '%s' and p.state in (%s)""".formatted(queue, states));
    }

    private static String seconds(String interval) {
        return "avg(extract(epoch from %s))".formatted(interval);
    }

    private static void same(JsonNode shown, String field, double counted) {
        assertThat(shown.path(field).asDouble(0))
                .as("%s of %s", field, shown.path("queue").path("name").asText("a contact"))
                .isCloseTo(counted, within(0.002));
    }

    private double number(String sql) {
        return Double.parseDouble(
                lines("select coalesce((%s), 0)::text".formatted(sql)).getFirst());
    }

    private List<String> lines(String sql) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
