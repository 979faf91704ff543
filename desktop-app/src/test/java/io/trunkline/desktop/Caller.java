package io.trunkline.desktop;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Rest;
import java.util.Map;

/// Somebody who phones the centre and says one tone for ever; what reaches their ear can be measured.
public record Caller(Rest simulator, String call) {
    static final int TONE = 1_000;

    /// `digits` is what they press at the menu.
    public static Caller phones(Rest simulator, String from, String digits) {
        var call = simulator.post(
                "/control/calls",
                Map.of(
                        "from",
                        from,
                        "to",
                        Demo.NUMBER,
                        "digits",
                        digits,
                        "patience",
                        900,
                        "voice",
                        Map.of("tone", TONE)));
        return new Caller(simulator, call.path("sid").asText());
    }

    /// How loud a tone was in what they heard in the last half second.
    double hears(double hertz) {
        return heard().tone(0, hertz);
    }

    /// How loud the loudest sound was that they heard in the last half second.
    int hearsAtAll() {
        return heard().peak();
    }

    private Wav heard() {
        return Wav.read(simulator.bytes("/control/calls/" + call + "/heard?seconds=0.5"));
    }

    public JsonNode leg() {
        return simulator.get("/control/calls/" + call);
    }

    public String conference() {
        return leg().path("conference").asText();
    }

    public void hangsUp() {
        simulator.post("/control/calls/" + call + "/hangup", Map.of());
    }
}
