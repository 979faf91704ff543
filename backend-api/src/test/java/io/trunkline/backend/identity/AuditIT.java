package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.Role;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditIT {
    private static final int ROWS = 12;

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Audit audit = new Audit();

    @Test
    void holdsWhenNobodyTouchedIt() {
        assertThat(audit.verify(POSTGRES.database(), written())).isEmpty();
    }

    @Test
    void everyEditAndEveryDeletionIsDetected() {
        var tenant = written();
        var found = 0;
        for (var row = 1; row <= ROWS; row++) {
            for (var column : new String[] {"action", "subject"}) {
                found += broken(tenant, "update audit set %s = 'forged' where sequence = %d".formatted(column, row));
            }
            found += broken(tenant, "update audit set detail = '{\"n\":\"forged\"}' where sequence = " + row);
            found += broken(tenant, "update audit set at = at + interval '1 second' where sequence = " + row);
            found += broken(tenant, "update audit set actor = gen_random_uuid() where sequence = " + row);
            found += broken(tenant, "update audit set on_behalf_of = null where sequence = " + row);
            found += broken(tenant, "delete from audit where sequence = " + row);
        }

        assertThat(found).isEqualTo(ROWS * 7);
        assertThat(audit.verify(POSTGRES.database(), tenant)).isEmpty();
        System.out.printf("Audit chain: %d of %d edits and deletions detected.%n", found, ROWS * 7);
    }

    @Test
    void theProgramItselfCanNeitherEditNorDelete() {
        var tenant = written();
        for (var sql : new String[] {"update audit set subject = 'x'", "delete from audit", "delete from audit_head"}) {
            assertThatThrownBy(() -> POSTGRES.database()
                            .doInTenant(tenant, tx -> tx.handle().execute(sql)))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void writersAtOnceMakeOneChain() throws InterruptedException {
        var tenant = POSTGRES.tenant();
        var writers = java.util.stream.IntStream.range(0, 20)
                .mapToObj(number -> Thread.ofVirtual().start(() -> write(tenant, number)))
                .toList();
        for (var writer : writers) {
            writer.join();
        }

        assertThat(POSTGRES.ask("select count(*) from audit where tenant_id = '%s'".formatted(tenant)))
                .isEqualTo("20");
        assertThat(audit.verify(POSTGRES.database(), tenant)).isEmpty();
    }

    @Test
    void administratorsReadItNewestFirstAndAgentsDoNot() {
        try (var server = new TestServer(POSTGRES, Clock.systemUTC())) {
            var key = "t-" + UUID.randomUUID();
            server.tenant(key);
            var ana = server.person(key, "Ana", Role.AGENT);
            var boss = server.signIn(key, "admin@" + key + ".example");

            var page = server.get("/api/v1/audit?limit=2", boss).body();
            assertThat(page.path("items")).hasSize(2);
            assertThat(page.path("items").path(0).path("action").asText()).isEqualTo("session.opened");
            assertThat(page.path("items").path(0).path("actor").asText()).isEqualTo("Administrator");
            var next = server.get(
                            "/api/v1/audit?limit=50&cursor=" + page.path("next").asText(), boss)
                    .body();
            assertThat(next.path("items").findValuesAsText("action")).contains("user.created", "tenant.created");
            assertThat(server.get("/api/v1/audit", ana).status()).isEqualTo(403);
        }
    }

    private TenantId written() {
        var tenant = POSTGRES.tenant();
        for (var number = 0; number < ROWS; number++) {
            write(tenant, number);
        }
        return tenant;
    }

    private void write(TenantId tenant, int number) {
        var actor = new Audit.Actor(new UserId(Ids.next()), new UserId(Ids.next()));
        POSTGRES.database()
                .doInTenant(
                        tenant,
                        tx -> audit.record(
                                tx,
                                actor,
                                "user.changed",
                                "user " + number,
                                Map.of("n", "" + number, "name", "Zoë \"'\\")));
    }

    /// 1 when the chain shows what the statement did; the rows are as before afterwards.
    private int broken(TenantId tenant, String sql) {
        POSTGRES.tell("create table kept as select * from audit where tenant_id = '%s'".formatted(tenant));
        POSTGRES.tell(sql + " and tenant_id = '%s'".formatted(tenant));
        var shown = audit.verify(POSTGRES.database(), tenant).isPresent() ? 1 : 0;
        POSTGRES.tell("delete from audit where tenant_id = '%s'".formatted(tenant));
        POSTGRES.tell("insert into audit select * from kept");
        POSTGRES.tell("drop table kept");
        return shown;
    }
}
