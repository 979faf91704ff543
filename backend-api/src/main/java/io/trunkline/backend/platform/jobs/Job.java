package io.trunkline.backend.platform.jobs;

import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.model.TenantId;
import java.util.UUID;

/// A piece of durable work. `attempt` counts from 1; a job may run again although it ran before, so its work bears
/// that.
public record Job(TenantId tenant, UUID id, String kind, Jsonb payload, int attempt) {
    public <T> T payload(Class<T> type) {
        return payload.as(type);
    }
}
