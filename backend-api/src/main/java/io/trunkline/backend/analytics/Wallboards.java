package io.trunkline.backend.analytics;

import io.trunkline.backend.live.EventListener;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.live.LoggedEvent;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.model.TenantId;
import io.trunkline.model.queue.QueueFigures;
import io.trunkline.model.queue.Wallboard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// A [Board] for each tenant, kept up with the log, and what changed on it told to the desks.
final class Wallboards implements EventListener {
    /// Queues and their agents change by administration only; a wallboard knows of it after this time.
    private static final Duration ADMINISTRATION = Duration.ofSeconds(2);

    /// Older than this, what is still under way is taken as it stands.
    private static final Duration MEMORY = Duration.ofDays(7);

    private final Database database;
    private final EventLog log;
    private final Clock clock;
    private final BiConsumer<TenantId, List<QueueFigures>> tell;
    private final AnalyticsStore store = new AnalyticsStore();
    private final Map<TenantId, Board> boards = new ConcurrentHashMap<>();

    Wallboards(Database database, EventLog log, Clock clock, BiConsumer<TenantId, List<QueueFigures>> tell) {
        this.database = database;
        this.log = log;
        this.clock = clock;
        this.tell = tell;
    }

    @Override
    public void onEvents(TenantId tenant, List<LoggedEvent> events) {
        board(tenant).apply(events);
    }

    Wallboard of(TenantId tenant) {
        var board = board(tenant);
        refresh(tenant, board);
        var now = clock.instant();
        return new Wallboard(board.figures(now), now);
    }

    void tellChanges() {
        boards.forEach((tenant, board) -> {
            if (board.olderThan(clock.instant().minus(ADMINISTRATION))) {
                refresh(tenant, board);
            }
            var changed = board.changes(clock.instant());
            if (!changed.isEmpty()) {
                tell.accept(tenant, changed);
            }
        });
    }

    private Board board(TenantId tenant) {
        var known = boards.get(tenant);
        if (known != null) {
            return known;
        }
        var made = build(tenant);
        var other = boards.putIfAbsent(tenant, made);
        return other == null ? made : other;
    }

    /// Counts from the log as if it had been there all the time: from before everything that was under way today.
    private Board build(TenantId tenant) {
        var now = clock.instant();
        var board = database.inTenant(tenant, tx -> {
            var zone = store.zone(tx);
            var midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
            var start = later(store.oldestSince(tx, midnight), now.minus(MEMORY));
            var floor = new Floor(zone);
            floor.queues(store.queues(tx));
            store.presences(tx).forEach(floor::presence);
            store.underWay(tx, start).forEach(floor::underWay);
            return new Board(floor, log.before(tx, start), now);
        });
        log.replay(tenant, board.seq(), board::apply);
        return board;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void refresh(TenantId tenant, Board board) {
        Instant now = clock.instant();
        board.queues(database.inTenant(tenant, store::queues), now);
    }
}
