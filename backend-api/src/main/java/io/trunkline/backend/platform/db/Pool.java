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
import org.jdbi.v3.core.ConnectionFactory;

/// Connections behind a fair gate of the pool's size: whoever came first is served first, which keeps the tail short.
final class Pool implements ConnectionFactory, AutoCloseable {
    private final HikariDataSource source;
    private final Semaphore gate;
    private final Duration wait;

    Pool(String name, DataSource to, int size, Duration wait) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(to);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(size);
        config.setConnectionTimeout(wait.toMillis());
        config.setValidationTimeout(Math.min(wait.toMillis(), 500));
        config.setInitializationFailTimeout(-1);
        config.setKeepaliveTime(TimeUnit.MINUTES.toMillis(1));
        config.setMaxLifetime(TimeUnit.MINUTES.toMillis(30));
        this.source = new HikariDataSource(config);
        this.gate = new Semaphore(size, true);
        this.wait = wait;
    }

    /// A connection, or [DatabaseUnavailable] when none is free in time.
    @Override
    public Connection openConnection() {
        try {
            if (!gate.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DatabaseUnavailable(
                        "All connections of %s were busy for %s.".formatted(source.getPoolName(), wait));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for a connection.", e);
        }
        try {
            return source.getConnection();
        } catch (SQLException e) {
            gate.release();
            throw new DatabaseUnavailable("PostgreSQL cannot be reached.", e);
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.close();
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
