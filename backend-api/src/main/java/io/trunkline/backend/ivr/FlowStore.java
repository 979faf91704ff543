package io.trunkline.backend.ivr;

import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.FlowId;
import java.util.List;
import java.util.Optional;

/// The table `flow`.
final class FlowStore {
    private static final String SELECT = "select id, name, version, definition from flow where tenant_id = :tenant";

    private record Row(FlowId id, String name, int version, Jsonb definition) {
        FlowRecord read() {
            return new FlowRecord(id, name, version, definition.as(Flow.class));
        }
    }

    List<FlowRecord> all(Tx tx) {
        return tx.handle()
                .createQuery(SELECT + " order by name")
                .bind("tenant", tx.tenant())
                .mapTo(Row.class)
                .map(Row::read)
                .list();
    }

    Optional<FlowRecord> find(Tx tx, FlowId id) {
        return tx.handle()
                .createQuery(SELECT + " and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(Row::read);
    }

    /// False when another flow has the name.
    boolean save(Tx tx, FlowId id, NewFlow flow) {
        return tx.handle()
                        .createUpdate("""
                                insert into flow (tenant_id, id, name, definition)
                                select :tenant, :id, :name, :definition
                                where not exists (select 1 from flow where tenant_id = :tenant and name = :name and id <> :id)
                                on conflict (tenant_id, id) do update
                                set name = excluded.name, definition = excluded.definition, version = flow.version + 1""")
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("name", flow.name())
                        .bind("definition", Jsonb.of(flow.flow()))
                        .execute()
                == 1;
    }

    /// False when a number still uses it.
    boolean delete(Tx tx, FlowId id) {
        return tx.handle()
                        .createUpdate("""
                                delete from flow f where f.tenant_id = :tenant and f.id = :id and not exists (
                                    select 1 from number_flow n where n.tenant_id = f.tenant_id and n.flow_id = f.id)""")
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .execute()
                == 1;
    }
}
