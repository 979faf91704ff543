package io.trunkline.backend.backup;

import io.trunkline.backend.platform.db.Snapshot;
import java.util.Map;
import java.util.TreeMap;

/// A hash over all rows of every table there is, partitions one by one.
final class RowHashes {
    private RowHashes() {}

    static Map<String, String> of(Snapshot snapshot) {
        var hashes = new TreeMap<String, String>();
        snapshot.read(handle -> {
            var tables = handle.createQuery("select relname from pg_class where relnamespace = 'public'::regnamespace"
                            + " and relkind = 'r' and relname not in ('flyway_schema_history')")
                    .mapTo(String.class)
                    .list();
            for (var table : tables) {
                hashes.put(
                        table,
                        handle.createQuery(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(h, '' order by h)), '-') from (select md5(t::text) h from \"%s\" t) r"
                                                .formatted(table))
                                .mapTo(String.class)
                                .one());
            }
        });
        return hashes;
    }
}
