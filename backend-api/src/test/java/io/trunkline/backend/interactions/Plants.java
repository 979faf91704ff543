package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.ContactId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.TenantId;
import io.trunkline.model.contact.ContactRef;

/// Rows of other features that the ledger stands on, planted past them.
record Plants(TestDatabase postgres, TenantId tenant) {
    AgentId agent(String name) {
        var id = new AgentId(Ids.next());
        postgres.tell("""
                insert into app_user (tenant_id, id, email, name, password_hash) values ('%s', '%s', '%s@example.com', '%s', '-')
                """.formatted(tenant, id, id, name));
        return id;
    }

    QueueId queue(String name, boolean dispositionRequired) {
        var id = new QueueId(Ids.next());
        postgres.tell("insert into queue (tenant_id, id, name, disposition_required) values ('%s', '%s', '%s', %s)"
                .formatted(tenant, id, name, dispositionRequired));
        return id;
    }

    void member(QueueId queue, AgentId agent) {
        postgres.tell("insert into queue_agent (tenant_id, queue_id, agent_id) values ('%s', '%s', '%s')"
                .formatted(tenant, queue, agent));
    }

    void skill(AgentId agent, String name, int level) {
        var id = Ids.next();
        postgres.tell("insert into skill (tenant_id, id, name) values ('%s', '%s', '%s')".formatted(tenant, id, name));
        postgres.tell("insert into agent_skill (tenant_id, agent_id, skill_id, level) values ('%s', '%s', '%s', %d)"
                .formatted(tenant, agent, id, level));
    }

    ContactRef contact(String name) {
        var id = new ContactId(Ids.next());
        postgres.tell("""
                insert into contact (tenant_id, id, name, created_at, changed_at) values ('%s', '%s', '%s', now(), now())
                """.formatted(tenant, id, name));
        return new ContactRef(id, name, "+15550100");
    }

    Opening call(ContactRef contact) {
        return new Opening(new InteractionId(Ids.next()), Channel.VOICE, Direction.INBOUND, contact, "+15550199", null);
    }
}
