package io.trunkline.model.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of the audit log. `hash` chains it to the row before.
public record AuditEntry(
        long sequence,
        Instant at,
        @Nullable String actor,
        @Nullable String onBehalfOf,
        String action,
        String subject,
        String hash) {}
