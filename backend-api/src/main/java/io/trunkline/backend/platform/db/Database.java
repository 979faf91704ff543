package io.trunkline.backend.platform.db;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.model.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL as features see it: transactions of one tenant under row-level security, and a few of the system.
///
/// Refuses with [DatabaseUnavailable] within the connection wait when PostgreSQL is gone, and works again by itself
/// when it is back.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final String SET_TENANT = "select set_config('app.tenant', ?, true)";

    private final Clock clock;
    private final Server server;
    private final Pool appPool;
    private final Pool systemPool;
    private final Transactions app;
    private final Transactions system;

    Database(Server server, DatabaseConfig config, Clock clock) {
        this.server = server;
        this.clock = clock;
        var reach = new Reach(clock, server.address());
        this.appPool = new Pool("app", server.as(Role.APP), config.poolSize(), config.connectionWait(), reach);
        this.systemPool =
                new Pool("system", server.as(Role.SYSTEM), config.systemPoolSize(), config.connectionWait(), reach);
        this.app = new Transactions(appPool, reach);
        this.system = new Transactions(systemPool, reach);
    }

    /// Starts or finds PostgreSQL, prepares roles and schema, and opens the pools.
    public static Database start(DatabaseConfig config, Clock clock) {
        return open(Server.of(config), config, clock);
    }

    /// As [#start], for a command that may run beside the program: an embedded PostgreSQL that runs already is used and
    /// left running.
    public static Database visit(DatabaseConfig config, Clock clock) {
        return open(Server.visiting(config), config, clock);
    }

    private static Database open(Server server, DatabaseConfig config, Clock clock) {
        try {
            prepare(server);
            return new Database(server, config, clock);
        } catch (RuntimeException | Error failed) {
            // else an embedded PostgreSQL would outlive what started it
            server.close();
            throw failed;
        }
    }

    /// What there is behind the settings, as a sentence; [StartFault] when the program could not start on it. Starts
    /// and changes nothing.
    public static String look(DatabaseConfig config) {
        return Glance.at(config);
    }

    private static void prepare(Server server) {
        try {
            Schema.prepare(server);
        } catch (DatabaseUnavailable | FlywayException e) {
            throw new StartFault(
                    "The database refuses. %s. Check database.url, database.user, database.password and database.role-password."
                            .formatted(firstLine(e)),
                    e);
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("[.:]$", "");
    }

    /// Runs `work` in one transaction that sees rows of `tenant` only, and gives back its result once committed.
    public <T> T inTenant(TenantId tenant, Function<Tx, T> work) {
        var done = app.run(exchange -> {
            exchange.preface(Sql.of(SET_TENANT, tenant.value().toString()));
            var tx = new Tx(exchange, tenant, clock.instant().truncatedTo(ChronoUnit.MICROS));
            var result = work.apply(tx);
            tx.flush();
            return new Done<>(result, tx);
        });
        done.tx.wakes().forEach(Database::wake);
        return done.result;
    }

    /// As [#inTenant] for work without a result. (A name of its own: an overload would make `tx -> store.add(tx)`
    /// ambiguous.)
    public void doInTenant(TenantId tenant, Consumer<Tx> work) {
        inTenant(tenant, tx -> {
            work.accept(tx);
            return true;
        });
    }

    /// Runs `work` as the system role, which is granted little: leases, the inbox of notices, look-ups before a tenant
    /// is known.
    public <T> T asSystem(Function<Handle, T> work) {
        return system.run(exchange -> work.apply(exchange.handle()));
    }

    /// Runs one statement as the system and commits it, in one way there and back.
    public void asSystem(Sql sql) {
        system.run(exchange -> exchange.change(sql));
    }

    /// As [#asSystem] for work without a result.
    public void doAsSystem(Consumer<Handle> work) {
        asSystem(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /// Brings an embedded PostgreSQL back that has died. Called now and then by the main class.
    public void revive() {
        server.revive();
    }

    /// True when a statement can be run now.
    public boolean reachable() {
        try {
            return asSystem(handle ->
                            handle.createQuery("select 1").mapTo(Integer.class).one())
                    == 1;
        } catch (DatabaseUnavailable e) {
            LOG.debug("PostgreSQL is not reachable", e);
            return false;
        }
    }

    /// One statement on each pool, so that there is a connection for the first who comes.
    public void tryOut() {
        for (var each : List.of(system, app)) {
            each.run(exchange -> exchange.change(Sql.of("select 1")));
        }
    }

    /// How many callers wait for a connection now.
    public int waiting() {
        return appPool.waiting();
    }

    /// How many connections are in use now.
    public int busy() {
        return appPool.busy();
    }

    /// Where PostgreSQL is, without secrets.
    public String address() {
        return server.address();
    }

    @Override
    public void close() {
        appPool.close();
        systemPool.close();
        server.close();
    }

    private static void wake(Runnable wake) {
        try {
            wake.run();
        } catch (RuntimeException e) {
            LOG.error("A wake-up after a commit failed; the tick will make up for it", e);
        }
    }

    private record Done<T>(T result, Tx tx) {}
}
