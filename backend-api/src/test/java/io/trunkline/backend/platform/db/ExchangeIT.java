package io.trunkline.backend.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExchangeIT {
    private static final String ADD = "insert into team (tenant_id, id, name) values (?, ?, ?)";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Database database = POSTGRES.database();
    private final TenantId tenant = POSTGRES.tenant();

    @Test
    void whatNobodyWaitsForIsCommittedToo() {
        database.doInTenant(tenant, tx -> {
            tx.later(add(tx, "Nights"));
            tx.later(add(tx, "Days"));
        });

        assertThat(teams()).isEqualTo(2);
    }

    @Test
    void whatWaitsIsSentBeforeWhatIsAskedAfterIt() {
        var seen = database.<Integer>inTenant(tenant, tx -> {
            tx.later(add(tx, "Nights"));
            return tx.handle()
                    .createQuery("select count(*) from team")
                    .mapTo(Integer.class)
                    .one();
        });

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void answersComeInTheOrderOfTheirStatementsHoweverTheyAreAskedFor() {
        database.doInTenant(tenant, tx -> {
            var added = tx.count(add(tx, "Nights"));
            var counted = tx.first(Sql.of("select count(*) from team"), row -> row.getInt(1));
            var nobody = tx.first(Sql.of("select name from team where name = ?", "Days"), row -> row.getString(1));

            assertThat(nobody.get()).isEmpty();
            assertThat(counted.get()).contains(1);
            assertThat(added.get()).isEqualTo(1);
        });
    }

    @Test
    void oneFailureUndoesAllOfIt() {
        assertThatThrownBy(() -> database.doInTenant(tenant, tx -> {
                    tx.later(add(tx, "Nights"));
                    tx.later(add(tx, "Nights"));
                }))
                .hasMessageContaining("insert into team")
                .hasMessageNotContaining("Nights");

        assertThat(teams()).isZero();
    }

    @Test
    void aFailureThatSomebodySwallowedIsNoCommit() {
        assertThatThrownBy(() -> database.doInTenant(tenant, tx -> {
                    var twice = tx.count(Sql.of("select 1 / ?", 0));
                    assertThatThrownBy(twice::get).isInstanceOf(StatementFailed.class);
                    tx.later(add(tx, "Nights"));
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(teams()).isZero();
    }

    @Test
    void anotherTenantsRowCannotBeWrittenThisWayEither() {
        var theirs = POSTGRES.tenant();

        assertThatThrownBy(() -> database.doInTenant(
                        tenant, tx -> tx.later(Sql.of(ADD, theirs.value(), UUID.randomUUID(), "Nights"))))
                .hasMessageContaining("row-level security");
    }

    private static Sql add(Tx tx, String name) {
        return Sql.of(ADD, tx.tenant().value(), UUID.randomUUID(), name);
    }

    private int teams() {
        return database.inTenant(
                tenant,
                tx -> tx.first(Sql.of("select count(*) from team"), row -> row.getInt(1))
                        .get()
                        .orElseThrow());
    }
}
