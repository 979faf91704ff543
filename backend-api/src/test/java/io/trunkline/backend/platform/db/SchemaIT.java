package io.trunkline.backend.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Test
    void theHistoryTellsTheMigrationsThatComeWithTheProgram() {
        var done = POSTGRES.ask("select count(*) from flyway_schema_history where success and version is not null");

        assertThat(Migrations.own()).hasSize(Integer.parseInt(done));
        for (var own : Migrations.own().entrySet()) {
            assertThat(POSTGRES.ask(
                            "select checksum from flyway_schema_history where version = '" + own.getKey() + "'"))
                    .isEqualTo(own.getValue().toString());
        }
    }
}
