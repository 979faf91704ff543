package io.trunkline.launcher.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One kill and what it left behind.
///
/// @param live customers on the line at that moment
/// @param again when the backend was started anew
/// @param ready how long it took until it was ready
/// @param aborted transactions that had written something and were ended by the kill, as PostgreSQL says
/// @param open commands to the carrier whose outcome was not recorded
/// @param outbox events that were committed and had no number yet, as `type at payload`
record Kill(
        int number,
        Aim aim,
        int live,
        Instant at,
        Instant again,
        Duration ready,
        List<String> aborted,
        List<Command> open,
        List<String> outbox) {
    /// @param first whether it was this command's turn, and none before it was open
    record Command(
            String id, String kind, String state, int attempts, JsonNode order, Instant created, boolean first) {}
}
