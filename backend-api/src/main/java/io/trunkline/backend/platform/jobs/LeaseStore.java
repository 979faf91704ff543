package io.trunkline.backend.platform.jobs;

import io.trunkline.backend.platform.db.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Rows of leases. Time is the database's, so that nodes need not agree on theirs.
final class LeaseStore {
    private final Database database;

    LeaseStore(Database database) {
        this.database = database;
    }

    /// Takes the lease when nobody holds it, or when an earlier life of the same node did.
    OptionalLong take(String name, String node, String holder, Duration length) {
        return database.asSystem(handle -> handle.createQuery("""
                        insert into lease (name, holder, epoch, expires_at)
                        values (:name, :holder, 1, clock_timestamp() + :length::interval)
                        on conflict (name) do update
                            set holder = excluded.holder, epoch = lease.epoch + 1, expires_at = excluded.expires_at
                            where lease.expires_at <= clock_timestamp() or split_part(lease.holder, '#', 1) = :node
                        returning epoch""")
                .bind("name", name)
                .bind("node", node)
                .bind("holder", holder)
                .bind("length", length.toString())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    /// Renews all leases of the holder in one statement and gives back the epochs of those it still holds.
    Map<String, Long> renew(String holder, Duration length, Collection<String> names) {
        return database.asSystem(handle -> handle
                .createQuery("""
                        update lease set expires_at = clock_timestamp() + :length::interval
                        where holder = :holder and name = any(:names) and expires_at > clock_timestamp()
                        returning name, epoch""")
                .bind("holder", holder)
                .bind("length", length.toString())
                .bindArray("names", String.class, List.copyOf(names))
                .mapTo(Renewed.class)
                .stream()
                .collect(Collectors.toMap(Renewed::name, Renewed::epoch)));
    }

    /// Lets go at once, so that another node need not wait. The row stays: epochs never begin again.
    void release(String holder) {
        database.doAsSystem(
                handle -> handle.execute("update lease set expires_at = clock_timestamp() where holder = ?", holder));
    }

    public record Renewed(String name, long epoch) {}
}
