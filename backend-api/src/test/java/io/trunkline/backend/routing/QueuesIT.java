package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.live.EventStore;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.QueueId;
import io.trunkline.model.TenantId;
import io.trunkline.model.queue.NewQueue;
import io.trunkline.model.queue.NewSkill;
import io.trunkline.model.queue.Queue;
import io.trunkline.model.queue.QueueChange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueuesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final Database database = POSTGRES.database();
    private final Queues queues = new Queues(new EventLog(new EventStore(database)), new Audit(), (_, _) -> {});
    private TenantId tenant = POSTGRES.tenant();

    @BeforeEach
    void aSkill() {
        tenant = POSTGRES.tenant();
        database.doInTenant(tenant, tx -> queues.create(tx, Audit.Actor.SYSTEM, new NewSkill("Billing")));
    }

    @Test
    void aQueueIsCreatedWithDefaultsAndChangedFieldByField() {
        var made = create("Billing", Map.of("Billing", 3));

        var changed = database.<Queue>inTenant(
                tenant,
                tx -> queues.change(
                        tx,
                        Audit.Actor.SYSTEM,
                        made.id(),
                        new QueueChange("Bills", null, null, 30, null, null, null, null, null)));

        assertThat(made.offerSeconds()).isEqualTo(20);
        assertThat(changed.offerSeconds()).isEqualTo(30);
        assertThat(changed.skills()).isEqualTo(Map.of("Billing", 3));
        assertThat(database.<List<Queue>>inTenant(tenant, queues::all)).containsExactly(changed);
    }

    @Test
    void whatCannotBeIsRefusedWithItsField() {
        assertThatThrownBy(() -> create("", Map.of()))
                .isInstanceOf(Fault.Invalid.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> create("Odd", Map.of("Juggling", 1)))
                .isInstanceOf(Fault.Invalid.class)
                .hasMessageContaining("Juggling");
        assertThatThrownBy(() -> create("Odd", Map.of("Billing", 6))).isInstanceOf(Fault.Invalid.class);
        assertThat(database.<List<Queue>>inTenant(tenant, queues::all)).isEmpty();
    }

    @Test
    void twoQueuesOfOneNameAreRefused() {
        create("Billing", Map.of());

        assertThatThrownBy(() -> create("Billing", Map.of())).isInstanceOf(Fault.Conflict.class);
    }

    @Test
    void anAgentGetsQueuesAndSkillsThatExist() {
        var queue = create("Billing", Map.of());
        var ben = agent();

        assign(ben, List.of(queue.id()), Map.of("Billing", 4));

        assertThat(POSTGRES.ask("SELECT count(*) FROM queue_agent WHERE agent_id = '%s'".formatted(ben)))
                .isEqualTo("1");
        assertThat(POSTGRES.ask("SELECT level FROM agent_skill WHERE agent_id = '%s'".formatted(ben)))
                .isEqualTo("4");
        assertThatThrownBy(() -> assign(ben, List.of(new QueueId(Ids.next())), null))
                .isInstanceOf(Fault.Invalid.class);
    }

    private Queue create(String name, Map<String, Integer> skills) {
        return database.inTenant(
                tenant,
                tx -> queues.create(
                        tx, Audit.Actor.SYSTEM, new NewQueue(name, null, skills, null, null, null, null, null)));
    }

    private void assign(AgentId agent, @Nullable List<QueueId> to, @Nullable Map<String, Integer> skills) {
        database.doInTenant(tenant, tx -> queues.assign(tx, agent, to, skills));
    }

    private AgentId agent() {
        var id = new AgentId(Ids.next());
        POSTGRES.tell(
                "INSERT INTO app_user (tenant_id, id, email, name, password_hash) VALUES ('%s', '%s', 'b@example.org', 'Ben', '')"
                        .formatted(tenant, id));
        return id;
    }
}
