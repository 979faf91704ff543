package io.trunkline.backend.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Channel;
import io.trunkline.model.TeamId;
import io.trunkline.model.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Database database = POSTGRES.database();

    @Test
    void aTenantSeesItsOwnRowsOnly() {
        var ours = POSTGRES.tenant();
        var theirs = POSTGRES.tenant();
        database.doInTenant(ours, tx -> addTeam(tx, "Nights"));

        assertThat(database.<Integer>inTenant(ours, DatabaseIT::teams)).isEqualTo(1);
        assertThat(database.<Integer>inTenant(theirs, DatabaseIT::teams)).isZero();
    }

    @Test
    void aRowCannotBeWrittenForAnotherTenant() {
        var ours = POSTGRES.tenant();
        var theirs = POSTGRES.tenant();

        assertThatThrownBy(() -> database.doInTenant(
                        ours,
                        tx -> tx.handle()
                                .execute(
                                        "insert into team (tenant_id, id, name) values (?, ?, 'x')",
                                        theirs,
                                        new TeamId(UUID.randomUUID()))))
                .hasMessageContaining("row-level security");
    }

    @Test
    void wakesRunAfterTheCommitAndNeverAfterARollback() {
        var tenant = POSTGRES.tenant();
        var woken = new ArrayList<String>();

        database.doInTenant(tenant, tx -> tx.afterCommit(() -> woken.add("committed")));
        assertThatThrownBy(() -> database.doInTenant(tenant, tx -> {
                    tx.afterCommit(() -> woken.add("rolled back"));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(woken).containsExactly("committed");
    }

    @Test
    void aTransactionInsideATransactionIsRefused() {
        var tenant = POSTGRES.tenant();

        assertThatThrownBy(() -> database.doInTenant(tenant, _ -> database.doInTenant(tenant, _ -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pass its Tx on");
    }

    @Test
    void twoTransactionsThatWaitForEachOtherBothHappen() throws Exception {
        var tenant = POSTGRES.tenant();
        database.doInTenant(tenant, tx -> List.of("one", "two").forEach(name -> addTeam(tx, name)));
        var met = new CountDownLatch(2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var forth = threads.submit(() -> renameBoth(tenant, "one", "two", met));
            var back = threads.submit(() -> renameBoth(tenant, "two", "one", met));
            forth.get();
            back.get();
        }

        assertThat(POSTGRES.ask("select string_agg(name, ' ' order by name) from team where tenant_id = '%s'"
                        .formatted(tenant)))
                .isEqualTo("one++ two++");
    }

    private boolean renameBoth(TenantId tenant, String first, String second, CountDownLatch met) {
        database.doInTenant(tenant, tx -> {
            rename(tx, first);
            met.countDown();
            try {
                assertThat(met.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            rename(tx, second);
        });
        return true;
    }

    private static void rename(Tx tx, String name) {
        tx.handle().execute("update team set name = name || '+' where name like ?", name + "%");
    }

    @Test
    void idsEnumsInstantsJsonAndRecordsTravelBothWays() {
        var tenant = POSTGRES.tenant();
        var now = Instant.parse("2026-11-21T09:00:00.123456Z");

        var row = database.inTenant(
                tenant,
                tx -> tx.handle()
                        .createQuery(
                                "select :tenant as tenant_id, :channel as channel, :at::timestamptz as at, :json::jsonb as extra")
                        .bind("tenant", tenant)
                        .bind("channel", Channel.VOICE)
                        .bind("at", now)
                        .bind("json", Jsonb.of(Map.of("a", 1)))
                        .mapTo(Row.class)
                        .one());

        assertThat(row.tenantId()).isEqualTo(tenant);
        assertThat(row.channel()).isEqualTo(Channel.VOICE);
        assertThat(row.at()).isEqualTo(now);
        assertThat(row.extra().as(Map.class).get("a")).isEqualTo(1);
    }

    public record Row(TenantId tenantId, Channel channel, Instant at, Jsonb extra) {}

    private static void addTeam(Tx tx, String name) {
        tx.handle()
                .execute(
                        "insert into team (tenant_id, id, name) values (?, ?, ?)",
                        tx.tenant(),
                        new TeamId(UUID.randomUUID()),
                        name);
    }

    private static int teams(Tx tx) {
        return tx.handle()
                .createQuery("select count(*) from team")
                .mapTo(Integer.class)
                .one();
    }
}
