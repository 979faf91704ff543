package io.trunkline.backend.telephony;

import io.trunkline.backend.ivr.Flow;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.model.QueueId;
import io.trunkline.model.TenantId;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Numbers, flows and queues' limits in memory: no call waits for them, and they are there when the database is gone.
///
/// A change made elsewhere is seen after the next [#refresh].
public final class Directory {
    private static final int MOST_WAITING = 100;

    private final Database database;
    private final DirectoryStore store = new DirectoryStore();
    /// One after the other, so that what was read earlier never takes the place of what was read later.
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Known known = new Known(List.of(), Map.of(), Map.of());

    private record Known(List<TenantId> tenants, Map<String, Line> lines, Map<QueueId, Integer> limits) {}

    Directory(Database database) {
        this.database = database;
    }

    /// Reads everything anew. Flows are understood once the transaction is over: the first time that may take longer
    /// than one may idle.
    public void refresh() {
        refreshing.lock();
        try {
            known = read();
        } finally {
            refreshing.unlock();
        }
    }

    private Known read() {
        var rows = database.asSystem(
                handle -> new Rows(store.tenants(handle), store.numbers(handle), store.limits(handle)));
        return new Known(
                rows.tenants,
                rows.numbers.stream().collect(Collectors.toMap(DirectoryStore.NumberRow::number, Directory::line)),
                rows.limits.stream()
                        .collect(Collectors.toMap(
                                DirectoryStore.LimitRow::queueId, DirectoryStore.LimitRow::maxWaiting)));
    }

    private record Rows(
            List<TenantId> tenants, List<DirectoryStore.NumberRow> numbers, List<DirectoryStore.LimitRow> limits) {}

    private static Line line(DirectoryStore.NumberRow row) {
        return new Line(
                row.tenantId(),
                row.number(),
                row.flowId(),
                Optional.ofNullable(row.definition()).map(definition -> definition.as(Flow.class)),
                ZoneId.of(row.timeZone()));
    }

    public Optional<Line> line(String number) {
        return Optional.ofNullable(known.lines.get(number));
    }

    /// Some number of the tenant, to show when calling out.
    Optional<Line> anyOf(TenantId tenant) {
        return known.lines.values().stream()
                .filter(line -> line.tenant().equals(tenant))
                .min(Comparator.comparing(Line::number));
    }

    public int mostWaiting(QueueId queue) {
        return known.limits.getOrDefault(queue, MOST_WAITING);
    }

    public List<TenantId> tenants() {
        return known.tenants;
    }
}
