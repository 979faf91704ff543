package io.trunkline.desktop.cache;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The local database of one agent. What was stored is on the disk when the call returns: a killed desktop loses
/// nothing.
///
/// Where the file cannot be opened it keeps everything in memory, and says so in the log, rather than refuse to work.
public final class Cache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cache.class);
    private static final String SCHEMA = """
            create table if not exists unsent (
                place bigint generated always as identity primary key,
                command uuid not null unique,
                kind varchar(40) not null,
                target uuid not null,
                body varchar not null,
                made_at timestamp with time zone not null);
            create table if not exists draft (
                subject varchar(80) primary key,
                text varchar not null,
                written_at timestamp with time zone not null);
            create table if not exists kept (
                name varchar(40) primary key,
                body varchar not null,
                at timestamp with time zone not null);
            """;

    private final JdbcConnectionPool pool;
    private final Clock clock;

    private Cache(JdbcConnectionPool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// Opens or makes the database below `folder`.
    public static Cache open(Path folder, Clock clock) {
        try {
            return prepared("jdbc:h2:file:" + folder.toAbsolutePath().resolve("desk") + ";WRITE_DELAY=0", clock);
        } catch (SQLException e) {
            LOG.warn("The local database in {} cannot be opened; this run keeps its drafts in memory", folder, e);
            return inMemory(clock);
        }
    }

    /// Forgets everything when it is closed.
    public static Cache inMemory(Clock clock) {
        try {
            return prepared("jdbc:h2:mem:", clock);
        } catch (SQLException e) {
            throw new CacheFailure(e);
        }
    }

    private static Cache prepared(String url, Clock clock) throws SQLException {
        var pool = JdbcConnectionPool.create(url, "sa", "");
        pool.setMaxConnections(1);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
        return new Cache(pool, clock);
    }

    public Unsent unsent() {
        return new Unsent(new Sql(pool), clock);
    }

    public Drafts drafts() {
        return new Drafts(new Sql(pool), clock);
    }

    public KeptMute keptMute() {
        return new KeptMute(new Sql(pool), clock);
    }

    public LastDesk lastDesk() {
        return new LastDesk(new Sql(pool));
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
