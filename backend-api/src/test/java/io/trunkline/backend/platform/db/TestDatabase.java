package io.trunkline.backend.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.Secret;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.model.TenantId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A database of its own for one test class: cloned in milliseconds from a migrated template, in one PostgreSQL per
/// JVM.
///
/// Use: `@RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();`
public final class TestDatabase implements AfterAllCallback, AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "test_" + NUMBER.incrementAndGet();
    private final Database database;
    /// For checks and plants: a connection for each would take longer than the statement.
    private final HikariDataSource administrator;

    public TestDatabase() {
        this(Clock.systemUTC());
    }

    public TestDatabase(Clock clock) {
        this(clock, Settings.of(Map.of("database.pool-size", "8")));
    }

    public TestDatabase(Clock clock, Settings settings) {
        this(clock, settings, "trunkline_template");
    }

    /// As a program before this one left it: the last migration is not done. Nothing is kept from then; Flyway stops
    /// before it.
    public static TestDatabase ofThePreviousSchema() {
        var old = new TestDatabase(Clock.systemUTC(), Settings.of(Map.of("database.pool-size", "2")), "template1");
        Schema.prepare(old.server(), previousSchema());
        return old;
    }

    /// The version of the last migration but one.
    public static String previousSchema() {
        return Migrations.own().keySet().stream()
                .map(Migrations::version)
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private TestDatabase(Clock clock, Settings settings, String template) {
        tell(Shared.POSTGRES.getPostgresDatabase(), "create database %s template %s".formatted(name, template));
        this.database = new Database(server(), DatabaseConfig.from(settings), clock);
        this.administrator = pool(server().asAdministrator());
    }

    public Database database() {
        return database;
    }

    /// A second program on the same database, as another node would be; to be closed by the test.
    public Database anotherNode() {
        return new Database(
                server(), DatabaseConfig.from(Settings.of(Map.of("database.pool-size", "4"))), Clock.systemUTC());
    }

    /// Connections that see every row of every tenant: for checks and for planting rows.
    public DataSource owner() {
        return server().asAdministrator();
    }

    /// Settings under which a whole backend works on this database.
    public Map<String, String> settings() {
        return Map.of(
                "database.url", server().url(), "database.user", "postgres", "database.role-password", "tests-trust");
    }

    /// The tables as the catalogue has them.
    public TenantTables tables() {
        return new TenantTables(owner());
    }

    /// A new tenant, known to the database and to nobody else.
    public TenantId tenant() {
        var id = new TenantId(UUID.randomUUID());
        tell(
                owner(),
                "insert into tenant (tenant_id, key, name) values ('%1$s', 't-%1$s', 'Tenant %1$s')".formatted(id));
        return id;
    }

    /// Runs one statement as the administrator.
    public void tell(String sql) {
        tell(administrator, sql);
    }

    /// The one text that a query gives, as the administrator sees it; "" for none.
    public String ask(String sql) {
        try (var connection = administrator.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        database.close();
        administrator.close();
        tell(Shared.POSTGRES.getPostgresDatabase(), "drop database if exists %s with (force)".formatted(name));
    }

    private static HikariDataSource pool(DataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private TestServer server() {
        return new TestServer("jdbc:postgresql://127.0.0.1:%d/%s".formatted(Shared.POSTGRES.getPort(), name));
    }

    private static void tell(DataSource source, String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private record TestServer(String url) implements Server {
        @Override
        public DataSource as(Role role) {
            return Server.working(url, role, rolePassword());
        }

        @Override
        public DataSource asAdministrator() {
            var source = Server.source(url, "postgres", rolePassword());
            // for checks on a machine that is busy with the test itself
            source.setConnectTimeout(20);
            source.setLoginTimeout(20);
            return source;
        }

        @Override
        public Secret rolePassword() {
            return new Secret("");
        }

        @Override
        public String address() {
            return url;
        }

        @Override
        public void revive() {
            // No test kills it.
        }

        @Override
        public void close() {
            // The next test class uses it.
        }
    }

    /// Started by the first test that needs it, stopped with the JVM. It forgets on a power cut, which no test has.
    private static final class Shared {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("timezone", "UTC")
                        .start();
                tell(postgres.getPostgresDatabase(), "create database trunkline_template encoding 'UTF8'");
                Schema.prepare(new TestServer(
                        "jdbc:postgresql://127.0.0.1:%d/trunkline_template".formatted(postgres.getPort())));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
