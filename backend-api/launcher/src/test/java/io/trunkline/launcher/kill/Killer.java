package io.trunkline.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Rest;
import io.trunkline.model.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

/// Waits for a moment, kills the backend in it, takes down what was left, and starts it again.
final class Killer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// Calls end while a moment is waited for.
    private static final int MARGIN = 12;
    private static final int MOST_MOMENTS = 5;
    private static final String WRITING =
            "from pg_stat_activity where application_name = 'trunkline' and backend_xid is not null";
    private static final String UNSENT =
            "select count(*) from carrier_command where state = 'READY' and attempts = 0 and kind <> 'StartRecording'";

    private final Centre centre;
    private final Customers customers;
    private final IntConsumer dialling;
    private final Sql sql;
    private final Sql lock;
    private final Random random;
    private final Clock clock = Clock.systemUTC();

    /// `dialling` makes that many agents call somebody.
    Killer(Centre centre, Customers customers, IntConsumer dialling, long seed) {
        this.centre = centre;
        this.customers = customers;
        this.dialling = dialling;
        this.sql = new Sql(centre.plan());
        this.lock = new Sql(centre.plan());
        this.random = new Random(seed);
    }

    Kill kill(int number, Aim aim, int leastLive) {
        var live = 0;
        for (var armed = 0; live < leastLive; armed++) {
            assertThat(armed).as("moments in which too few calls were live").isLessThan(MOST_MOMENTS);
            disarm();
            Wait.until(
                    Duration.ofSeconds(30),
                    () -> enough(leastLive + MARGIN),
                    () -> "only %d calls are live".formatted(customers.live().size()));
            await(aim);
            live = customers.live().size();
        }
        var writing = sql.column("select backend_xid::text " + WRITING);
        var at = clock.instant();
        centre.killBackend();
        customers.open(false);
        disarm();
        Wait.until(
                PATIENCE,
                () -> sql.number("select count(*) from pg_stat_activity where application_name = 'trunkline'") == 0,
                () -> "sessions of the dead backend live on");
        var aborted = writing.stream()
                .filter(xid -> sql.column("select pg_xact_status(?::xid8)", xid).contains("aborted"))
                .toList();
        var open = open();
        var outbox = sql.column("select type || ' ' || at || ' ' || payload from outbox order by id");
        var again = clock.instant();
        centre.startBackendAgain();
        var ready = Duration.between(again, clock.instant());
        customers.open(true);
        return new Kill(number, aim, live, at, again, ready, aborted, open, outbox);
    }

    private void disarm() {
        lock.letGo();
        unkind(Map.of("hangNextRest", 0, "failNextRest", 0));
    }

    private boolean enough(int live) {
        Wait.briefly(100);
        return customers.live().size() >= live;
    }

    /// Whether the moment comes is up to the load: when it does not, the kill lands by chance.
    private void await(Aim aim) {
        var armed = clock.instant();
        switch (aim) {
            case IN_TRANSACTION -> {
                lock.stopTransactionsThatTell();
                Wait.within(PATIENCE, () -> sql.number("select count(*) " + WRITING) >= 2);
            }
            case BEFORE_REQUEST -> {
                unkind(Map.of("failNextRest", 12));
                Wait.within(PATIENCE, () -> sql.number(UNSENT) >= 1);
            }
            case BEFORE_DIALLING -> {
                dialling.accept(4);
                Wait.within(PATIENCE, () -> dialsWait(armed));
            }
            case BEFORE_ANSWER -> {
                unkind(Map.of("hangNextRest", 1_000));
                Wait.within(PATIENCE, () -> hangs(armed));
            }
            case BY_CHANCE -> Wait.briefly(random.nextInt(800));
        }
    }

    /// Somebody is to be dialled, and the carrier has not been asked.
    private boolean dialsWait(Instant armed) {
        var requests = requests(armed);
        return open().stream()
                .filter(command -> command.kind().equals("Dial"))
                .anyMatch(command -> !requests.arrived(command, Instant.MAX));
    }

    private boolean hangs(Instant armed) {
        var now = clock.instant();
        var requests = requests(armed);
        return requests.hangs(now.minusMillis(300))
                && open().stream().anyMatch(command -> requests.unrecorded(command, now));
    }

    private Requests requests(Instant since) {
        return new Requests(centre.simulator().get("/control/requests?since=" + since));
    }

    private List<Kill.Command> open() {
        return sql.rows("""
                select id, kind, state, attempts, payload,
                       to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                       ordinal = min(ordinal) over (partition by interaction_id)
                from carrier_command where state in ('READY', 'SENDING') order by ordinal""").stream().map(Killer::command).toList();
    }

    private static Kill.Command command(Sql.Row row) {
        return new Kill.Command(
                row.field(0),
                row.field(1),
                row.field(2),
                Integer.parseInt(row.field(3)),
                read(row.field(4)),
                Instant.parse(row.field(5)),
                row.field(6).equals("t"));
    }

    private void unkind(Map<String, Object> how) {
        Rest simulator = centre.simulator();
        simulator.post("/control/unkind", how);
    }

    private static JsonNode read(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    @Override
    public void close() {
        lock.close();
        sql.close();
    }
}
