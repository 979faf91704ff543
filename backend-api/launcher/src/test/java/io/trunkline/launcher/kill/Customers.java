package io.trunkline.launcher.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Rest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Customers who phone, so that so many calls are always live, and some who write.
final class Customers implements Runnable {
    private static final String NUMBERS = "+12025";
    private static final int MOST_AT_ONCE = 8;
    private static final int TEXT_EVERY = 8;

    private final Rest simulator;
    private final int wanted;
    private volatile boolean open = true;
    private volatile boolean ended;
    private int phoned;

    Customers(Rest simulator, int wanted) {
        this.simulator = simulator;
        this.wanted = wanted;
    }

    @Override
    public void run() {
        while (!ended) {
            for (var missing = Math.min(MOST_AT_ONCE, wanted - live().size()); missing > 0 && open; missing--) {
                phone();
            }
            Wait.briefly(200);
        }
    }

    /// Nobody new phones while it is known that nobody answers; those on the line stay there.
    void open(boolean now) {
        open = now;
    }

    void end() {
        open = false;
        ended = true;
    }

    /// The CallSids of customers who are on the line now.
    List<String> live() {
        var calls = simulator.get("/control/calls").path("calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.path("status").asText().equals("in-progress"))
                .filter(call -> call.path("from").asText().startsWith(NUMBERS)
                        || call.path("to").asText().startsWith(NUMBERS))
                .map(call -> call.path("sid").asText())
                .toList();
    }

    /// A number that is called for the first time; whoever has it answers soon.
    String number() {
        var number = next();
        simulator.post("/control/phones", Map.of("number", number, "answer", "answers", "afterSeconds", 0.5));
        return number;
    }

    void hangUpAll() {
        for (var sid : live()) {
            simulator.post("/control/calls/" + sid + "/hangup", Map.of());
        }
    }

    private void phone() {
        var from = next();
        var talk = phoned % 2 == 0 ? 0 : 5 + phoned % 7;
        JsonNode body = simulator.post(
                "/control/calls", Map.of("from", from, "to", Demo.NUMBER, "digits", "3", "patience", 90, "talk", talk));
        if (!body.has("sid")) {
            throw new IllegalStateException("no call: " + body);
        }
        if (phoned % TEXT_EVERY == 0) {
            simulator.post("/control/texts", Map.of("from", next(), "to", Demo.NUMBER, "body", "Text " + phoned));
        }
    }

    private synchronized String next() {
        return NUMBERS + "%06d".formatted(500_000 + ++phoned);
    }
}
