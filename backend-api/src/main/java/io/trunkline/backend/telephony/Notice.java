package io.trunkline.backend.telephony;

import io.trunkline.model.TenantId;
import java.time.Instant;

/// Something a carrier told us. `subject` is the call or message it is about; `token` is the same when it is told
/// again.
public record Notice(TenantId tenant, String token, String kind, String subject, String body, Instant receivedAt) {}
