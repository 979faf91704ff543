package io.trunkline.backend.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// Fills the ledger of one tenant through COPY: a contact, a thread and an interaction for each `interactions`, and the
/// messages spread over the threads. The same seed gives the same ledger. Foreign keys are left to the generator, so it
/// must connect as a superuser.
final class LedgerGenerator {
    /// How much of everything.
    record Size(int interactions, int messages) {}

    private static final Duration SPAN = Duration.ofDays(365);
    private static final int WORDS = 20_000;

    private final Connection connection;
    private final UUID tenant;
    private final Size size;
    private final Instant end;
    private final Random random;
    private final List<UUID> contacts = new ArrayList<>();
    private final List<UUID> threads = new ArrayList<>();
    private final List<UUID> interactions = new ArrayList<>();

    LedgerGenerator(Connection connection, UUID tenant, Size size, Instant end, long seed) {
        this.connection = connection;
        this.tenant = tenant;
        this.size = size;
        this.end = end;
        this.random = new Random(seed);
    }

    /// A word of the messages, the first ones being the most frequent.
    static String word(int rank) {
        return "w" + Integer.toString(rank + 1000, 36);
    }

    void fill() throws SQLException {
        for (var i = 0; i < size.interactions(); i++) {
            contacts.add(id(began(i)));
            threads.add(id(began(i)));
            interactions.add(id(began(i)));
        }
        try (var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
        }
        contacts();
        addresses();
        threads();
        interactions();
        segments();
        messages();
        try (var statement = connection.createStatement()) {
            statement.execute("RESET session_replication_role");
            statement.execute("VACUUM (ANALYZE) contact, contact_address, thread, interaction, segment, message");
        }
    }

    private void contacts() throws SQLException {
        try (var rows = new CopyInto(connection, "contact", "tenant_id, id, name, company, created_at, changed_at")) {
            for (var i = 0; i < size.interactions(); i++) {
                rows.row(
                        tenant, contacts.get(i), name(i), i % 3 == 0 ? "Company " + i % 997 : null, began(i), began(i));
            }
        }
    }

    private void addresses() throws SQLException {
        try (var rows = new CopyInto(connection, "contact_address", "tenant_id, id, contact_id, kind, value")) {
            for (var i = 0; i < size.interactions(); i++) {
                rows.row(tenant, id(began(i)), contacts.get(i), "PHONE", phone(i));
            }
        }
    }

    private void threads() throws SQLException {
        var columns =
                "tenant_id, id, contact_id, state, last_channel, last_endpoint, our_endpoint, preview, unread, last_at, created_at";
        try (var rows = new CopyInto(connection, "thread", columns)) {
            for (var i = 0; i < size.interactions(); i++) {
                var state = i % 10 == 0 ? "OPEN" : i % 37 == 0 ? "SNOOZED" : "CLOSED";
                rows.row(
                        tenant,
                        threads.get(i),
                        contacts.get(i),
                        state,
                        "SMS",
                        phone(i),
                        "+18005551212",
                        text(),
                        i % 4,
                        last(i),
                        began(i));
            }
        }
    }

    private void interactions() throws SQLException {
        var columns =
                "tenant_id, id, channel, direction, state, outcome, contact_id, address, our_address, thread_id, opened_at, "
                        + "queued_at, answered_at, ended_at, completed_at";
        try (var rows = new CopyInto(connection, "interaction", columns)) {
            for (var i = 0; i < size.interactions(); i++) {
                var text = i % 2 == 0;
                var at = began(i);
                var outcome = i % 11 == 0 ? "ABANDONED" : "HANDLED";
                var answered = i % 11 == 0 ? null : at.plusSeconds(i % 90);
                var over = at.plusSeconds(90 + i % 300);
                rows.row(
                        tenant,
                        interactions.get(i),
                        text ? "SMS" : "VOICE",
                        "INBOUND",
                        "COMPLETED",
                        outcome,
                        contacts.get(i),
                        phone(i),
                        "+18005551212",
                        text ? threads.get(i) : null,
                        at,
                        at,
                        answered,
                        over,
                        over.plusSeconds(i % 60));
            }
        }
    }

    private void segments() throws SQLException {
        var columns = "tenant_id, id, interaction_id, position, started_at, answered_at, ended_at, wrapped_at, outcome";
        try (var rows = new CopyInto(connection, "segment", columns)) {
            for (var i = 0; i < size.interactions(); i++) {
                var at = began(i);
                var answered = i % 11 == 0 ? null : at.plusSeconds(i % 90);
                var over = at.plusSeconds(90 + i % 300);
                rows.row(
                        tenant,
                        id(at),
                        interactions.get(i),
                        0,
                        at,
                        answered,
                        over,
                        over,
                        i % 11 == 0 ? "ABANDONED" : "HANDLED");
            }
        }
    }

    private void messages() throws SQLException {
        var columns =
                "tenant_id, id, thread_id, interaction_id, channel, direction, endpoint, our_endpoint, author_kind, author_name, "
                        + "text, state, outside_id, at";
        try (var rows = new CopyInto(connection, "message", columns)) {
            for (var m : inOrderOfTime()) {
                var i = m % size.interactions();
                var in = m / size.interactions() % 2 == 0;
                var at = said(m);
                rows.row(
                        tenant,
                        id(at),
                        threads.get(i),
                        interactions.get(i),
                        "SMS",
                        in ? "INBOUND" : "OUTBOUND",
                        phone(i),
                        "+18005551212",
                        in ? "CONTACT" : "AGENT",
                        in ? name(i) : "Ana",
                        text(),
                        in ? "RECEIVED" : "DELIVERED",
                        "SM%032x".formatted(m),
                        at);
            }
        }
    }

    // As they come in one after the other, so that what is new lies together.
    private int[] inOrderOfTime() {
        return IntStream.range(0, size.messages())
                .boxed()
                .sorted(Comparator.comparing(this::said))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Instant said(int m) {
        var round = m / size.interactions();
        return last(m % size.interactions()).minusSeconds(40L * (size.messages() / size.interactions() - 1 - round));
    }

    private Instant began(int i) {
        return end.minus(SPAN).plus(SPAN.dividedBy(size.interactions()).multipliedBy(i));
    }

    private Instant last(int i) {
        return began(i).plusSeconds(1800);
    }

    /// Time-ordered, as the product's own.
    private UUID id(Instant at) {
        var high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, (random.nextLong() >>> 2) | 0x8000000000000000L);
    }

    private String name(int i) {
        return "Contact " + word(i % 4999) + " " + word(i / 7 % WORDS);
    }

    private static String phone(int i) {
        return "+1415%07d".formatted(i);
    }

    /// Twelve words; low ranks come far more often than high ones.
    private String text() {
        var text = new StringBuilder(80);
        for (var i = 0; i < 12; i++) {
            var skewed = Math.pow(random.nextDouble(), 3);
            text.append(i == 0 ? "" : " ").append(word((int) (skewed * WORDS)));
        }
        return text.toString();
    }
}
