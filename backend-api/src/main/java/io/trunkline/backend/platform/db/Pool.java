package io.trunkline.backend.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections behind a fair gate of the pool's size: whoever came first is served first, which keeps the tail short.
final class Pool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);

    private final HikariDataSource source;
    private final Semaphore gate;
    private final Duration wait;
    private final Outage outage = new Outage();
    private final Reach reach;

    Pool(String name, DataSource to, int size, Duration wait, Reach reach) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(to);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(size);
        // Behind the gate a connection is free, so a wait here means that there is none to be had.
        config.setConnectionTimeout(Math.min(wait.toMillis(), 500));
        config.setValidationTimeout(Math.min(wait.toMillis(), 500));
        config.setInitializationFailTimeout(-1);
        config.setKeepaliveTime(TimeUnit.MINUTES.toMillis(1));
        config.setMaxLifetime(TimeUnit.MINUTES.toMillis(30));
        this.source = new HikariDataSource(config);
        this.gate = new Semaphore(size, true);
        this.wait = wait;
        this.reach = reach;
    }

    /// A connection, or [DatabaseUnavailable] when none is free in time; at once while the database is known to be
    /// gone.
    Connection openConnection() {
        pass();
        try {
            outage.check();
            var connection = source.getConnection();
            outage.over();
            return connection;
        } catch (SQLException e) {
            gate.release();
            if (source.getHikariPoolMXBean().getTotalConnections() == 0) {
                outage.begin();
            }
            reach.lost(e);
            throw new DatabaseUnavailable("PostgreSQL cannot be reached.", e);
        } catch (DatabaseUnavailable e) {
            gate.release();
            throw e;
        }
    }

    private void pass() {
        try {
            if (!gate.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DatabaseUnavailable(
                        "All connections of %s were busy for %s.".formatted(source.getPoolName(), wait));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for a connection.", e);
        }
    }

    void closeConnection(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection was lost before it came back", e);
        } finally {
            gate.release();
        }
    }

    int waiting() {
        return gate.getQueueLength();
    }

    int busy() {
        HikariPoolMXBean bean = source.getHikariPoolMXBean();
        return bean == null ? 0 : bean.getActiveConnections();
    }

    @Override
    public void close() {
        source.close();
    }
}
