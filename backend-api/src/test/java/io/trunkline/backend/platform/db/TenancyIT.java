package io.trunkline.backend.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.bench.Figures;
import io.trunkline.model.TenantId;
import java.util.ArrayList;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Tries to cross over to another tenant on every table that the catalogue knows.
class TenancyIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final TenantTables TABLES = new TenantTables(POSTGRES.owner());
    private static TenantId ours;
    private static TenantId theirs;

    @BeforeAll
    static void plantARowOfEachInEveryTable() {
        ours = POSTGRES.tenant();
        theirs = POSTGRES.tenant();
        for (var table : TABLES.guarded()) {
            if (table.equals("tenant")) {
                continue; // planted above
            }
            TABLES.plant(table, ours.value());
            TABLES.plant(table, theirs.value());
        }
    }

    @Test
    void everyTableButThreeBelongsToTenants() {
        assertThat(TABLES.guarded()).hasSizeGreaterThan(40);
        assertThat(TABLES.open()).as("tables without row-level security").isEmpty();
        assertThat(TABLES.withoutTenant())
                .as("tables without tenant_id: each needs a reason")
                .containsExactlyInAnyOrder("flyway_schema_history", "lease", "platform_person");
    }

    @Test
    void viewsAndFunctionsOpenNoBackDoor() {
        assertThat(TABLES.viewsOfTheirOwner()).isEmpty();
        assertThat(TABLES.functionsOfTheirOwner()).isEmpty();
    }

    @Test
    void nobodyReadsWritesOrDeletesRowsOfAnotherTenant() {
        var crossed = new ArrayList<String>();
        for (var table : TABLES.guarded()) {
            var planted = TABLES.count(table, theirs.value());
            if (seen(ours, "select count(*) from %s where tenant_id = '%s'".formatted(table, theirs)) > 0) {
                crossed.add("read " + table);
            }
            if (changed(TABLES.insert(table, theirs.value())) > 0) {
                crossed.add("insert into " + table);
            }
            if (changed("update %s set tenant_id = tenant_id where tenant_id = '%s'".formatted(table, theirs)) > 0) {
                crossed.add("update " + table);
            }
            if (changed("update %s set tenant_id = '%s' where tenant_id = '%s'".formatted(table, theirs, ours)) > 0) {
                crossed.add("give away a row of " + table);
            }
            if (changed("delete from %s where tenant_id = '%s'".formatted(table, theirs)) > 0) {
                crossed.add("delete from " + table);
            }
            assertThat(TABLES.count(table, theirs.value()))
                    .as(table)
                    .isEqualTo(planted)
                    .isPositive();
        }
        assertThat(crossed).isEmpty();
        Figures.record("tenants.tables", TABLES.guarded().size(), "tables tried in five ways", "all", true);
        Figures.record("tenants.crossed", crossed.size(), "ways", "= 0", crossed.isEmpty());
    }

    @Test
    void searchesThatRunAsTheOwnerFindTheirOwnTenantsRowsOnly() {
        for (var search : java.util.Map.of(
                        "contact", "contact_search('%', '%', null, null, 1000)",
                        "message", "message_find('x', null, null, 1000)")
                .entrySet()) {
            assertThat(seen(
                            ours,
                            "select count(*) from %s f join %s t using (id)"
                                    .formatted(search.getValue(), search.getKey())))
                    .isEqualTo(seen(ours, "select count(*) from " + search.getValue()));
        }
        assertThat(seen(ours, "select count(*) from contact_search('%', '%', null, null, 1000)"))
                .isEqualTo(TABLES.count("contact", ours.value()))
                .isPositive();
    }

    @Test
    void aTransactionOfATenantThatIsNotThereSeesNothing() {
        var nobody = new TenantId(new java.util.UUID(0, 0));
        for (var table : TABLES.guarded()) {
            assertThat(seen(nobody, "select count(*) from " + table)).as(table).isZero();
        }
    }

    private static long seen(TenantId tenant, String sql) {
        try {
            return POSTGRES.database()
                    .inTenant(
                            tenant,
                            tx -> tx.handle().createQuery(sql).mapTo(Long.class).one());
        } catch (JdbiException denied) {
            assertThat(denied).hasMessageContaining("permission denied");
            return 0;
        }
    }

    /// Rows changed, whatever the table's rules; a refusal by row-level security or for want of a right is none.
    private static int changed(String sql) {
        try {
            return POSTGRES.database().inTenant(ours, tx -> tx.handle().execute(sql));
        } catch (JdbiException refused) {
            assertThat(refused.getMessage()).containsAnyOf("permission denied", "row-level security");
            return 0;
        }
    }
}
