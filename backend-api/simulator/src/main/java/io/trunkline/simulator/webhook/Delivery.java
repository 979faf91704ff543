package io.trunkline.simulator.webhook;

import java.time.Instant;
import java.util.Map;

/// One attempt as the simulator's ledger keeps it.
///
/// @param kind `question` when the answer is TwiML, `notice` otherwise
/// @param status HTTP status, 0 when there was no answer
public record Delivery(
        Instant at,
        String kind,
        String url,
        String method,
        Map<String, String> fields,
        String idempotencyToken,
        int attempt,
        int status,
        long millis,
        String answer) {}
