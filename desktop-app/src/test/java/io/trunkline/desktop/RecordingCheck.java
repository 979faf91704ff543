package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Rest;
import java.time.Duration;
import java.util.stream.StreamSupport;

/// Holds a recording of the centre against the carrier's.
record RecordingCheck(Rest supervisor, Rest simulator) {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// Our recording is as long as the carrier's, which tells whole seconds, and its audio can be fetched.
    void agrees(JsonNode interaction, String call) {
        var path = "/api/v1/interactions/" + interaction.path("id").asText() + "/recordings";
        Waits.until(
                "the recording is stored",
                PATIENCE,
                () -> supervisor.get(path).path(0).path("ready").asBoolean());
        var ours = supervisor.get(path).path(0);
        var theirs = simulator.get("/control/ledger?webhooks=false").path("recordings");
        var same = StreamSupport.stream(theirs.spliterator(), false)
                .filter(recording -> recording.path("callSid").asText().equals(call))
                .findFirst()
                .orElseThrow();
        var seconds = same.path("millis").asDouble() / 1000;
        assertThat(seconds).isPositive();
        assertThat(ours.path("seconds").asDouble()).isBetween(seconds - 1, seconds + 1);
        assertThat(supervisor.status("/api/v1/recordings/" + ours.path("id").asText() + "/audio"))
                .isEqualTo(200);
    }
}
