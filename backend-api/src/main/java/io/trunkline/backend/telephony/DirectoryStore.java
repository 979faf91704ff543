package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.ExceptionToLaw;
import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.model.FlowId;
import io.trunkline.model.QueueId;
import io.trunkline.model.TenantId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads, over all tenants, what a call needs to know before its tenant is known.
@ExceptionToLaw(
        law = "othersAreReadThroughTheViewsTheyPublish",
        because = "Lines are read by the system role before a tenant is known, and no view shows it tenants and flows.")
final class DirectoryStore {
    record NumberRow(
            TenantId tenantId,
            String number,
            String timeZone,
            @Nullable FlowId flowId,
            @Nullable Jsonb definition) {}

    record LimitRow(TenantId tenantId, QueueId queueId, int maxWaiting) {}

    List<NumberRow> numbers(Handle handle) {
        return handle.createQuery("""
                        select n.tenant_id, n.number, t.time_zone, n.flow_id, f.definition
                        from phone_number n join tenant t on t.tenant_id = n.tenant_id
                        left join flow f on f.tenant_id = n.tenant_id and f.id = n.flow_id""").mapTo(NumberRow.class).list();
    }

    List<LimitRow> limits(Handle handle) {
        return handle.createQuery("select tenant_id, queue_id, max_waiting from queue_limit")
                .mapTo(LimitRow.class)
                .list();
    }

    List<TenantId> tenants(Handle handle) {
        return handle.createQuery("select tenant_id from tenant")
                .mapTo(TenantId.class)
                .list();
    }
}
