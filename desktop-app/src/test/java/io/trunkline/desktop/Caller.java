package io.trunkline.desktop;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Rest;
import java.util.Map;

/// Somebody at the far end of a leg who says one tone for ever; what reaches their ear can be measured.
public record Caller(Rest simulator, String call) {
    static final int TONE = 1_000;

    /// Phones the centre; `digits` is what they press at the menu.
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

    /// Is rung and joins a running conference, as whoever is consulted; `muted` as a supervisor who only listens.
    static Caller joins(Centre centre, String conference, String number, int tone, boolean muted) {
        picksUp(centre.simulator(), number);
        var call = CarrierApi.of(centre).addParticipant(conference, number, muted);
        return new Caller(centre.simulator(), call).says(tone);
    }

    /// From now on this telephone or SIP address is picked up at once.
    static void picksUp(Rest simulator, String address) {
        behaves(simulator, address, "answers");
    }

    static void behaves(Rest simulator, String address, String how) {
        simulator.post("/control/phones", Map.of("number", address, "answer", how, "afterSeconds", 0));
    }

    Caller says(int tone) {
        simulator.put("/control/calls/" + call + "/voice", Map.of("tone", tone));
        return this;
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
