package io.trunkline.backend.live;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Sql;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.InteractionId;
import io.trunkline.model.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The tables `outbox`, `event` and `event_head`.
public final class EventStore {
    private static final String APPEND = """
            insert into outbox (tenant_id, at, type, interaction_id, payload, audience) values (?, ?, ?, ?, ?, ?::jsonb)""";
    private static final String APPEND_ALL = """
            insert into outbox (tenant_id, at, type, interaction_id, payload, audience)
            select ?, ?, type, interaction, payload, audience::jsonb
            from unnest(?::text[], ?::uuid[], ?::text[], ?::text[])
                with ordinality as e (type, interaction, payload, audience, place)
            order by place""";

    private final Database database;

    public EventStore(Database database) {
        this.database = database;
    }

    static void append(Tx tx, List<EventLog.NewEvent> events) {
        if (events.size() == 1) {
            var event = events.getFirst();
            tx.later(Sql.of(
                    APPEND,
                    tx.tenant().value(),
                    tx.now(),
                    event.type(),
                    uuid(event),
                    event.payload(),
                    event.audience().text()));
        } else {
            tx.later(Sql.of(
                    APPEND_ALL,
                    tx.tenant().value(),
                    tx.now(),
                    events.stream().map(EventLog.NewEvent::type).toArray(String[]::new),
                    events.stream().map(EventStore::uuid).toArray(UUID[]::new),
                    events.stream().map(EventLog.NewEvent::payload).toArray(String[]::new),
                    events.stream().map(event -> event.audience().text()).toArray(String[]::new)));
        }
    }

    private static @Nullable UUID uuid(EventLog.NewEvent event) {
        return event.interaction() == null ? null : event.interaction().value();
    }

    static long before(Tx tx, Instant start) {
        return tx.handle()
                .createQuery("""
                        select coalesce((select min(seq) - 1 from event where tenant_id = :tenant and at >= :start),
                            (select max(seq) from event where tenant_id = :tenant), 0)""")
                .bind("tenant", tx.tenant())
                .bind("start", start)
                .mapTo(Long.class)
                .one();
    }

    static long head(Tx tx) {
        return tx.handle()
                .createQuery("select seq from event_head where tenant_id = :tenant")
                .bind("tenant", tx.tenant())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /// The last numbers of all tenants.
    Map<TenantId, Long> heads() {
        return database.asSystem(
                handle -> handle.createQuery("select tenant_id, seq from event_head").mapTo(Head.class).stream()
                        .collect(Collectors.toMap(Head::tenantId, Head::seq)));
    }

    List<LoggedEvent> read(TenantId tenant, long after, int most) {
        return database.inTenant(
                tenant,
                tx -> rows(tx.handle()
                        .createQuery("""
                        select tenant_id, seq, at, type, interaction_id, coalesce(personal, payload) as payload, audience
                        from event where tenant_id = :tenant and seq > :after order by seq limit :most""")
                        .bind("tenant", tenant)
                        .bind("after", after)
                        .bind("most", most)
                        .mapTo(Row.class)
                        .list()));
    }

    static List<LoggedEvent> of(Tx tx, InteractionId interaction, int most) {
        return rows(tx.handle()
                .createQuery("""
                        select tenant_id, seq, at, type, interaction_id, coalesce(personal, payload) as payload, audience
                        from event where tenant_id = :tenant and interaction_id = :interaction order by seq limit :most""")
                .bind("tenant", tx.tenant())
                .bind("interaction", interaction)
                .bind("most", most)
                .mapTo(Row.class)
                .list());
    }

    boolean outboxIsEmpty() {
        return database.asSystem(handle -> !handle.createQuery("select exists (select from outbox)")
                .mapTo(Boolean.class)
                .one());
    }

    /// Moves up to `most` committed rows from the outbox to the log, giving each its number, in one transaction under
    /// the lease; gives back what was moved. A holder whose epoch has passed moves nothing.
    List<LoggedEvent> number(String lease, long epoch, int most) {
        return database.asSystem(handle -> rows(number(handle, lease, epoch, most)));
    }

    void makePartition(LocalDate month) {
        database.doAsSystem(handle -> handle.createQuery("select event_month(:month)::text")
                .bind("month", month)
                .mapTo(String.class)
                .findOne());
    }

    private static List<Row> number(Handle handle, String lease, long epoch, int most) {
        return handle.createQuery("""
                        with held as materialized (select lease_check(:lease, :epoch) as ok),
                        batch as materialized (
                            select o.* from outbox o where (select ok from held) order by o.id limit :most),
                        numbered as materialized (
                            select b.*, coalesce(h.seq, 0) + row_number() over (partition by b.tenant_id order by b.id) as seq
                            from batch b left join event_head h on h.tenant_id = b.tenant_id),
                        heads as (
                            insert into event_head (tenant_id, seq)
                            select tenant_id, max(seq) from numbered group by tenant_id
                            on conflict (tenant_id) do update set seq = excluded.seq),
                        gone as (delete from outbox where id in (select id from batch)),
                        logged as (
                            insert into event (tenant_id, seq, at, type, version, interaction_id, payload, audience)
                            select tenant_id, seq, at, type, version, interaction_id, payload, audience from numbered)
                        select tenant_id, seq, at, type, interaction_id, payload, audience from numbered order by id""")
                .bind("lease", lease)
                .bind("epoch", epoch)
                .bind("most", most)
                .mapTo(Row.class)
                .list();
    }

    private static List<LoggedEvent> rows(List<Row> rows) {
        return rows.stream().map(Row::event).toList();
    }

    public record Head(TenantId tenantId, long seq) {}

    public record Row(
            TenantId tenantId,
            long seq,
            Instant at,
            String type,
            @Nullable UUID interactionId,
            String payload,
            Jsonb audience) {
        LoggedEvent event() {
            var interaction = interactionId == null ? null : new InteractionId(interactionId);
            return new LoggedEvent(tenantId, seq, at, type, interaction, payload, Audience.read(audience.text()));
        }
    }
}
