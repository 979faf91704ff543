package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.simulator.account.Unkindness;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final String BUSY = """
            {"name": "test", "seed": 7, "callsPerMinute": 60, "textsPerMinute": 60, "mostCalls": 100, "customers": [
              {"name": "Ana", "number": "+15550110001", "talk": 1, "patience": 1, "texts": ["one", "two"], "replies": ["thanks"]},
              {"name": "Ben", "number": "+15550110002", "talk": 1, "patience": 1, "texts": ["three"]},
              {"name": "Eva", "number": "+15550110003", "talk": 1, "patience": 1}]}
            """;

    private static List<String> callers(Rig rig) {
        rig.post("/control/scenario", BUSY);
        var ledger = rig.until(
                "/control/ledger?webhooks=false", l -> l.path("messages").size() >= 12);
        rig.post(
                "/control/scenario",
                BUSY.replace(
                        "\"callsPerMinute\": 60, \"textsPerMinute\": 60",
                        "\"callsPerMinute\": 0, \"textsPerMinute\": 0"));
        return StreamSupport.stream(ledger.path("messages").spliterator(), false)
                .map(m -> m.path("from").asText() + " " + m.path("body").asText())
                .limit(12)
                .toList();
    }

    @Test
    void theSameSeedBringsTheSameCustomersInTheSameOrder() throws IOException {
        List<String> first;
        try (var rig = Rig.with(Unkindness.KIND, "50")) {
            rig.post("/control/unkind", "{}");
            first = callers(rig);
        }
        try (var rig = Rig.with(Unkindness.KIND, "50")) {
            assertThat(callers(rig)).isEqualTo(first);
        }
        assertThat(first).contains("+15550110001 one", "+15550110002 three");
    }

    @Test
    void customersPhoneTheLineAndAnswerTexts() throws IOException {
        try (var rig = Rig.with(Unkindness.KIND, "50")) {
            rig.application.says("/voice", "<Enqueue>support</Enqueue>");
            rig.application.says("/text", "<Message>hello</Message>");
            rig.post("/control/scenario", BUSY);

            assertThat(rig.application.next("/voice").form().text("To")).isEqualTo(Rig.LINE);
            rig.application.next("/text", f -> f.text("Body").equals("thanks"));
            assertThat(rig.get("/control/customers").path("customers")).hasSize(3);
        }
    }
}
