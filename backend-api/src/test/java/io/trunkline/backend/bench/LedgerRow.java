package io.trunkline.backend.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/// The thread list and the search of messages over a ledger of 1,000,000 messages and 100,000 interactions.
final class LedgerRow {
    private static final UUID TENANT = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final LedgerGenerator.Size SIZE = new LedgerGenerator.Size(100_000, 1_000_000);

    private LedgerRow() {}

    static void run() throws Exception {
        try (var database = BenchDatabase.start()) {
            database.create("ledger");
            database.run(
                    "ledger", "INSERT INTO tenant (tenant_id, key, name) VALUES ('" + TENANT + "', 'bench', 'Bench')");
            try (var connection = database.connect("ledger")) {
                fill(connection);
            }
        }
    }

    private static void fill(Connection connection) throws SQLException {
        var begun = System.nanoTime();
        new LedgerGenerator(connection, TENANT, SIZE, Instant.parse("2026-11-20T00:00:00Z"), 7).fill();
        System.out.printf(
                "Wrote %,d messages and %,d interactions in %.1f s%n",
                SIZE.messages(), SIZE.interactions(), (System.nanoTime() - begun) / 1e9);
    }
}
