package io.trunkline.backend.platform.db;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.Secret;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL server and how to log in to it.
interface Server extends AutoCloseable {
    /// Longest a transaction may idle: below the length of a lease, so that a frozen holder cannot keep row locks.
    String SESSION = "-c idle_in_transaction_session_timeout=2s -c statement_timeout=10s -c lock_timeout=5s";

    /// Connections of `role` to the database of Trunkline.
    DataSource as(Role role);

    /// Connections of the administrator to the database of Trunkline.
    DataSource asAdministrator();

    /// The password that the three roles are given; empty where the server trusts the loopback address.
    Secret rolePassword();

    /// Where it is, without secrets.
    String address();

    /// Brings a server of ours back that has died; nothing to do for one of somebody else.
    void revive();

    @Override
    void close();

    static Server of(DatabaseConfig config) {
        return config.url()
                .<Server>map(url -> new OutsideServer(url, config))
                .orElseGet(() -> EmbeddedServer.start(config));
    }

    /// As [#of]; an embedded server that runs already is nobody's to stop.
    static Server visiting(DatabaseConfig config) {
        return config.url().isEmpty() && config.embeddedPort() != 0 ? EmbeddedServer.visit(config) : of(config);
    }

    static PGSimpleDataSource source(String url, String user, Secret password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        if (!password.isEmpty()) {
            source.setPassword(password.reveal());
        }
        source.setApplicationName("trunkline");
        // The detail of an error holds values of rows.
        source.setLogServerErrorDetail(false);
        source.setConnectTimeout(1);
        source.setLoginTimeout(1);
        source.setSocketTimeout(12);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    static PGSimpleDataSource working(String url, Role role, Secret password) {
        var source = source(url, role.login(), password);
        if (role != Role.OWNER) {
            source.setOptions(SESSION);
        } else {
            source.setSocketTimeout(0);
        }
        return source;
    }
}
