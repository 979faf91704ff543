package io.trunkline.backend.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A PostgreSQL as the guide has its administrator prepare it: whoever migrates may make roles, and is no superuser.
class OutsidePostgresIT {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        tell("postgres", "create role trunkline_admin login createrole createdb password 'x'");
        tell("postgres", "create database trunkline owner trunkline_admin encoding 'UTF8'");
        tell("trunkline", "create extension btree_gin");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void whoMayMakeRolesCanPrepareItAndAgainLater() throws SQLException {
        var config = DatabaseConfig.from(Settings.of(Map.of(
                "database.url", "jdbc:postgresql://127.0.0.1:%d/trunkline".formatted(postgres.getPort()),
                "database.user", "trunkline_admin",
                "database.password", "x",
                "database.role-password", "y")));

        Database.start(config, Clock.systemUTC()).close();
        assertThat(Database.look(config)).contains("answers; its schema is");

        // As the next version would find it: a migration that is not done yet. The last one made this index; a later
        // one has to be undone here instead.
        tell(
                "trunkline",
                "delete from flyway_schema_history where version = (select max(version) from flyway_schema_history)");
        tell("trunkline", "drop index carrier_command_contact");
        Database.start(config, Clock.systemUTC()).close();
        assertThat(Database.look(config)).contains("answers; its schema is");
    }

    private static void tell(String database, String sql) throws SQLException {
        try (var connection = postgres.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
