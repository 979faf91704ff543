package io.trunkline.desktop;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.launcher.Rest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Holds the wallboard on a supervisor's screen against the figures that the backend gives, which [LedgerSql] has
/// held against the ledger.
final class ShownFigures {
    private final RunningDesk desk;

    ShownFigures(RunningDesk desk) {
        this.desk = desk;
    }

    void agreeWith(Rest supervisor) {
        desk.press("#rail-WALLBOARD");
        agreeOnTheWall(supervisor);
    }

    /// Where nothing but the wallboard is shown.
    void agreeOnTheWall(Rest supervisor) {
        Waits.until(
                "every tile reads as the ledger counts",
                Duration.ofSeconds(40),
                () -> wrong(supervisor).isEmpty());
    }

    private List<String> wrong(Rest supervisor) {
        var wrong = new ArrayList<String>();
        for (var queue : supervisor.get("/api/v1/wallboard").path("queues")) {
            var tile = "#tile-" + queue.path("queue").path("id").asText();
            expected(queue).forEach((label, text) -> {
                if (!desk.figure(tile, label).equals(text)) {
                    wrong.add(tile + " " + label);
                }
            });
        }
        return wrong;
    }

    private static Map<String, String> expected(JsonNode queue) {
        return Map.of(
                "Waiting", queue.path("waiting").asText(),
                "Available", queue.path("agentsAvailable").asText(),
                "In progress", queue.path("active").asText(),
                "Wrap-up", queue.path("wrapping").asText(),
                "Answered", queue.path("answered").asText(),
                "Abandoned", queue.path("abandoned").asText(),
                "Service level", share(queue.path("serviceLevel")),
                "Average wait", seconds(queue.path("averageWaitSeconds")),
                "Average handle", seconds(queue.path("averageHandleSeconds")));
    }

    private static String share(JsonNode share) {
        return share.isNumber() ? Math.round(share.asDouble() * 100) + " %" : "–";
    }

    private static String seconds(JsonNode seconds) {
        return seconds.isNumber() ? Times.timer(Duration.ofSeconds(Math.round(seconds.asDouble()))) : "–";
    }
}
