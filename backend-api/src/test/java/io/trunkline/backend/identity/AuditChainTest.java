package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void holdsWhileNobodyTouchesIt() {
        assertThat(wrong(chain())).isEmpty();
    }

    @Test
    void everyEditedRowShows() {
        for (var at = 0; at < 20; at++) {
            var rows = chain();
            var old = rows.get(at);
            var row = old.row();
            rows.set(at, new AuditChain.Link(row(row.sequence(), "another subject"), old.previous(), old.hash()));
            assertThat(wrong(rows)).contains("Row %d was changed.".formatted(at + 1));
        }
    }

    @Test
    void anEditedRowWithItsOwnHashMadeAnewShowsAtTheNext() {
        var rows = chain();
        var old = rows.get(4);
        var forged = row(5, "another subject");
        rows.set(4, new AuditChain.Link(forged, old.previous(), AuditChain.hash(old.previous(), forged)));

        assertThat(wrong(rows)).contains("Row 6 does not follow the row before it.");
    }

    @Test
    void everyDeletedRowShows() {
        for (var at = 0; at < 19; at++) {
            var rows = chain();
            rows.remove(at);
            assertThat(wrong(rows)).contains("Row %d is missing.".formatted(at + 1));
        }
    }

    @Test
    void textCannotBeShiftedBetweenFields() {
        var one = new AuditChain.Row(TENANT, 1, NINE, null, null, "user", ".added", Map.of());
        var other = new AuditChain.Row(TENANT, 1, NINE, null, null, "user.", "added", Map.of());

        assertThat(AuditChain.hash(AuditChain.START, one)).isNotEqualTo(AuditChain.hash(AuditChain.START, other));
    }

    private static Optional<String> wrong(List<AuditChain.Link> rows) {
        var before = 0L;
        var previous = AuditChain.START;
        for (var link : rows) {
            var wrong = AuditChain.broken(before, previous, link);
            if (wrong.isPresent()) {
                return wrong;
            }
            before = link.row().sequence();
            previous = link.hash();
        }
        return Optional.empty();
    }

    private static List<AuditChain.Link> chain() {
        var rows = new ArrayList<AuditChain.Link>();
        var previous = AuditChain.START;
        for (var sequence = 1; sequence <= 20; sequence++) {
            var row = row(sequence, "user " + sequence);
            var hash = AuditChain.hash(previous, row);
            rows.add(new AuditChain.Link(row, previous, hash));
            previous = hash;
        }
        return rows;
    }

    private static AuditChain.Row row(long sequence, String subject) {
        return new AuditChain.Row(TENANT, sequence, NINE, null, null, "user.changed", subject, Map.of("name", "Ana"));
    }
}
