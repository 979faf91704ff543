package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.trunkline.backend.Backend;
import io.trunkline.backend.bench.BackendSetup;
import io.trunkline.backend.bench.Figures;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.CuttableLine;
import io.trunkline.backend.platform.db.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The database is gone for 30 seconds while callers and texts keep coming, in both ways it can be gone at once: one
/// centre's database refuses every connection, another's takes what is sent to it and never answers.
class DatabaseGoneIT {
    private static final Duration GONE = Duration.ofSeconds(30);
    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(5);
    private static final Duration GOAL = Duration.ofSeconds(2);

    @RegisterExtension
    static final TestDatabase REFUSING = new TestDatabase();

    @RegisterExtension
    static final TestDatabase SILENT = new TestDatabase();

    @TempDir
    static Path folder;

    private static final Logger PRODUCT = (Logger) LoggerFactory.getLogger("io.trunkline");
    private static final ListAppender<ILoggingEvent> SAID = new ListAppender<>();

    /// A centre behind a line to its database that can be cut.
    private record Centre(
            String name,
            TestDatabase database,
            CuttableLine line,
            Backend backend,
            SignedPost carrier,
            OutageTraffic traffic) {
        static Centre start(String name, TestDatabase database) throws Exception {
            var url = database.settings().get("database.url");
            var line = new CuttableLine(port(url));
            var home = folder.resolve(name);
            var values = new HashMap<>(database.settings());
            values.put("database.url", url.replace(":" + port(url) + "/", ":" + line.port() + "/"));
            values.put("http.port", "0");
            values.put("http.public-url", BackendSetup.PUBLIC_URL);
            values.put("identity.token-key-file", home.resolve("token.key").toString());
            values.put("telephony.key-file", home.resolve("telephony.key").toString());
            values.put("telephony.spool", home.resolve("spool").toString());
            values.put("recordings.directory", home.resolve("recordings").toString());
            values.put("bootstrap.tenant", "bench");
            values.put("bootstrap.name", "Bench");
            values.put("bootstrap.email", "admin@bench.example");
            values.put("bootstrap.password", BackendSetup.PASSWORD);
            var backend = Backend.start(Settings.of(values), Clock.systemUTC());
            BackendSetup.apply(backend.port());
            var carrier =
                    new SignedPost(BackendSetup.PUBLIC_URL, BackendSetup.ACCOUNT, BackendSetup.TOKEN, backend.port());
            var traffic = new OutageTraffic(
                    carrier, "7%03d".formatted(name.length()), BEFORE.plus(GONE).plus(AFTER));
            return new Centre(name, database, line, backend, carrier, traffic);
        }

        private static int port(String url) {
            return Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
        }

        /// What the ledger has not, of what was told.
        List<String> missing() {
            var ended = all("""
                    select l.call_sid from leg l join interaction i on i.id = l.interaction_id
                    where l.state = 'COMPLETED' and i.state = 'COMPLETED' and i.outcome = 'ABANDONED'
                        and i.queue_id is not null""");
            var texts = all("select outside_id from message");
            var missing = new ArrayList<String>();
            for (var call = 0; call < traffic.calls(); call++) {
                missing.add(traffic.callSid(call));
            }
            for (var text = 0; text < traffic.texts(); text++) {
                missing.add(traffic.textSid(text));
            }
            missing.removeAll(ended);
            missing.removeAll(texts);
            return missing;
        }

        private Set<String> all(String query) {
            return Set.of(database.ask("select string_agg(distinct each, ' ') from (%s) found(each)".formatted(query))
                    .split(" "));
        }

        void close() throws Exception {
            backend.close();
            carrier.close();
            line.close();
        }
    }

    private static Centre refusing;
    private static Centre silent;

    @BeforeAll
    static void start() throws Exception {
        PRODUCT.setLevel(Level.INFO);
        PRODUCT.setAdditive(false);
        refusing = Centre.start("refusing", REFUSING);
        silent = Centre.start("silent", SILENT);
        SAID.start();
        PRODUCT.addAppender(SAID);
    }

    @AfterAll
    static void stop() throws Exception {
        refusing.close();
        silent.close();
        PRODUCT.detachAppender(SAID);
        PRODUCT.setLevel(null);
        PRODUCT.setAdditive(true);
    }

    @Test
    void everybodyIsAnsweredWithinTwoSecondsAndNothingIsMissingAfterwards() throws Exception {
        var centres = List.of(refusing, silent);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = centres.stream()
                    .map(centre -> threads.submit(centre.traffic()::run))
                    .toList();
            pause(BEFORE);
            refusing.line().set(CuttableLine.State.REFUSED);
            silent.line().set(CuttableLine.State.SILENT);
            pause(GONE);
            centres.forEach(centre -> centre.line().set(CuttableLine.State.OPEN));
            for (var each : running) {
                each.get(2, TimeUnit.MINUTES);
            }
        }
        centres.forEach(DatabaseGoneIT::check);
        theOutageIsSaidOnceAndItsEndOnce(centres.size());
    }

    private static void check(Centre centre) {
        await(() -> centre.missing().isEmpty());
        var traffic = centre.traffic();
        var slowest = traffic.slowest().toNanos() / 1e6;
        var missing = centre.missing();
        var kind = "database-gone." + centre.name();
        Figures.record(kind + ".webhooks", traffic.sent(), "webhooks", "-", true);
        Figures.record(kind + ".slowest-answer", slowest, "ms", "<= 2000", slowest <= GOAL.toMillis());
        Figures.record(
                kind + ".wrong-answers",
                traffic.wrong().size(),
                "answers",
                "0",
                traffic.wrong().isEmpty());
        Figures.record(kind + ".missing", missing.size(), "rows", "0", missing.isEmpty());

        assertThat(traffic.wrong()).isEmpty();
        assertThat(missing).isEmpty();
        assertThat(traffic.slowest()).isLessThanOrEqualTo(GOAL);
        assertThat(centre.database().ask("select count(*) from queue_entry where channel = 'VOICE'"))
                .as("nobody who hung up is left waiting")
                .isEqualTo("0");
    }

    private static void theOutageIsSaidOnceAndItsEndOnce(int centres) {
        var events = List.copyOf(SAID.list);
        assertThat(events)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(centres)
                .allMatch(said -> said.contains("is gone"));
        assertThat(events)
                .filteredOn(event -> event.getFormattedMessage().contains("is back after"))
                .hasSize(centres);
        assertThat(events)
                .filteredOn(event -> event.getFormattedMessage().contains("webhooks that came while"))
                .isNotEmpty();
    }

    private static void await(BooleanSupplier done) {
        var end = System.nanoTime() + Duration.ofSeconds(45).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(200_000_000);
        }
    }

    private static void pause(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        for (var left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
