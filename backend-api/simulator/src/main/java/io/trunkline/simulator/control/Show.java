package io.trunkline.simulator.control;

import java.util.Random;

/// A scenario being played, and its lots.
final class Show {
    private final Scenario scenario;
    private final String to;
    private final Random calls;
    private final Random texts;

    Show(Scenario scenario, String to, long seed) {
        this.scenario = scenario;
        this.to = to;
        this.calls = new Random(seed);
        this.texts = new Random(seed + 1);
    }

    String to() {
        return to;
    }

    Scenario scenario() {
        return scenario;
    }

    /// Calls and texts draw from lots of their own, so that neither depends on when the other comes.
    Random calls() {
        return calls;
    }

    Random texts() {
        return texts;
    }
}
