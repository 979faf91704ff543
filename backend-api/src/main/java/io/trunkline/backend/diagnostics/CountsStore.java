package io.trunkline.backend.diagnostics;

import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What PostgreSQL tells of itself: counts, never rows.
public final class CountsStore {
    /// Its version, its size, its connections, and about how many rows each table has.
    public String told(Handle owner) {
        return """
                %s
                database size %s
                connections %s of %s

                rows, about
                %s
                """.formatted(
                        one(owner, "select version()"),
                        one(owner, "select pg_size_pretty(pg_database_size(current_database()))"),
                        one(owner, "select count(*)::text from pg_stat_activity"),
                        one(owner, "show max_connections"),
                        owner.createQuery("""
                                select n_live_tup || ' ' || relname from pg_stat_user_tables
                                where schemaname = 'public' order by relname""").mapTo(String.class).stream().collect(Collectors.joining("\n")));
    }

    private static String one(Handle owner, String sql) {
        return owner.createQuery(sql).mapTo(String.class).one();
    }
}
