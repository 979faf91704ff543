package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.DispositionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.Disposition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All SQL of dispositions. A retired one stays in the table, for the interactions that bear it.
final class DispositionStore {
    private static final String SELECT = "SELECT id, name, queue_id AS queue FROM disposition ";

    List<Disposition> all(Tx tx) {
        return tx.handle()
                .createQuery(SELECT + "WHERE active ORDER BY queue_id NULLS FIRST, position, name, id")
                .mapTo(Disposition.class)
                .list();
    }

    /// What an agent may choose in the queue: its own and those of all queues.
    List<Disposition> offered(Tx tx, @Nullable QueueId queue) {
        return tx.handle()
                .createQuery(SELECT
                        + "WHERE active AND (queue_id IS NULL OR queue_id = :queue::uuid) ORDER BY position, name, id")
                .bind("queue", queue)
                .mapTo(Disposition.class)
                .list();
    }

    Optional<Disposition> find(Tx tx, DispositionId id) {
        return tx.handle()
                .createQuery(SELECT + "WHERE id = :id AND active")
                .bind("id", id)
                .mapTo(Disposition.class)
                .findOne();
    }

    boolean required(Tx tx, @Nullable QueueId queue) {
        return queue != null
                && tx.handle()
                        .createQuery("SELECT disposition_required FROM queue_name WHERE queue_id = :queue")
                        .bind("queue", queue)
                        .mapTo(Boolean.class)
                        .findOne()
                        .orElse(false);
    }

    boolean queueExists(Tx tx, QueueId queue) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT FROM queue_name WHERE queue_id = :queue AND active)")
                .bind("queue", queue)
                .mapTo(Boolean.class)
                .one();
    }

    /// False when the queue has one of this name; a retired one of the name comes back under its old id.
    Optional<Disposition> add(Tx tx, Disposition disposition) {
        return tx.handle()
                .createQuery("""
                        INSERT INTO disposition AS d (tenant_id, id, queue_id, name, position)
                        SELECT :tenant, :id, :queue, :name, (SELECT count(*) FROM disposition)
                        ON CONFLICT (tenant_id, queue_id, name) DO UPDATE SET active = true WHERE NOT d.active
                        RETURNING id, name, queue_id AS queue
                        """)
                .bind("tenant", tx.tenant())
                .bind("id", disposition.id())
                .bind("queue", disposition.queue())
                .bind("name", disposition.name())
                .mapTo(Disposition.class)
                .findOne();
    }

    /// False when the name is taken in its queue.
    boolean rename(Tx tx, DispositionId id, String name) {
        return tx.handle().createUpdate("""
                        UPDATE disposition d SET name = :name WHERE id = :id AND NOT EXISTS (SELECT FROM disposition o
                            WHERE o.name = :name AND o.id <> d.id AND o.queue_id IS NOT DISTINCT FROM d.queue_id)
                        """).bind("id", id).bind("name", name).execute() == 1;
    }

    boolean retire(Tx tx, DispositionId id) {
        return tx.handle()
                        .createUpdate("UPDATE disposition SET active = false WHERE id = :id AND active")
                        .bind("id", id)
                        .execute()
                == 1;
    }
}
