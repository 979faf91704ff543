package io.trunkline.backend.bench;

import io.trunkline.backend.inbox.InboxPages;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.model.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// The thread list and the search of messages over a ledger of 1,000,000 messages and 100,000 interactions, by
/// the product's own stores: fifty a
/// page, each page found from where the one before it ended, page 1 and page 1,000.
final class LedgerRow {
    private static final TenantId TENANT = new TenantId(Contender.TENANT);
    private static final LedgerGenerator.Size SIZE = new LedgerGenerator.Size(100_000, 1_000_000);
    private static final int TIMES = 500;
    private static final int DEEP = 1_000;
    private static final int PAGE = 50;
    private static final double GOAL = 20;

    private LedgerRow() {}

    static void run() throws Exception {
        try (var postgres = BenchDatabase.start()) {
            postgres.create("ledger");
            try (var database = postgres.open("ledger")) {
                postgres.run(
                        "ledger",
                        "INSERT INTO tenant (tenant_id, key, name) VALUES ('" + TENANT.value()
                                + "', 'bench', 'Bench')");
                try (var connection = postgres.connect("ledger")) {
                    fill(connection);
                }
                measure(database);
            }
        }
    }

    private static void fill(Connection connection) throws SQLException {
        var begun = System.nanoTime();
        new LedgerGenerator(connection, TENANT.value(), SIZE, Instant.parse("2026-11-20T00:00:00Z"), 7).fill();
        System.out.printf(
                "Wrote %,d messages and %,d interactions in %.1f s%n",
                SIZE.messages(), SIZE.interactions(), (System.nanoTime() - begun) / 1e9);
    }

    private static void measure(Database database) {
        var frequent = LedgerGenerator.word(0);
        var pages = new InboxPages(database, TENANT, PAGE);
        time("threads", "all", pages::threads);
        time("search", "a frequent word", cursor -> pages.search(frequent, cursor));
        time("search", "two words", cursor -> pages.search(frequent + " " + LedgerGenerator.word(40), cursor));
        time("search", "a rare word", cursor -> pages.search(LedgerGenerator.word(15_000), cursor));
        time("search", "a word nobody wrote", cursor -> pages.search("nowhere", cursor));
    }

    /// A way to the page that follows the cursor, or to the first.
    @FunctionalInterface
    interface Pages {
        List<InboxPages.Cursor> after(InboxPages.@Nullable Cursor cursor);
    }

    private static void time(String id, String what, Pages pages) {
        record(id, what, 1, pages, null);
        InboxPages.@Nullable Cursor cursor = null;
        for (var page = 1; page < DEEP; page++) {
            var found = pages.after(cursor);
            if (found.size() < PAGE) {
                return;
            }
            cursor = found.getLast();
        }
        record(id, what, DEEP, pages, cursor);
    }

    private static void record(String id, String what, int page, Pages pages, InboxPages.@Nullable Cursor cursor) {
        var times = new Histogram(60_000_000_000L, 3);
        for (var i = 0; i < TIMES; i++) {
            var begun = System.nanoTime();
            pages.after(cursor);
            times.recordValue(System.nanoTime() - begun);
        }
        var p99 = times.getValueAtPercentile(99) / 1e6;
        System.out.printf("%-8s %-20s page %,6d  p50 %6.2f ms%n", id, what, page, times.getValueAtPercentile(50) / 1e6);
        Figures.record(
                "ledger." + id + "." + what.replace(' ', '-') + ".page-" + page,
                p99,
                "ms p99",
                "<= " + GOAL,
                p99 <= GOAL);
    }
}
