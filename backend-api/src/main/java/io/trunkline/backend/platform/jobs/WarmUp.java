package io.trunkline.backend.platform.jobs;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What runs before the server takes work, so that the first webhook is not the slow one. Steps change nothing that
/// lasts.
public final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final List<Step> steps = new ArrayList<>();

    private record Step(String name, Runnable work) {}

    /// Adds a step. One that fails is logged, and the server starts all the same.
    public void add(String name, Runnable work) {
        steps.add(new Step(name, work));
    }

    public void run() {
        var begun = System.nanoTime();
        for (var step : steps) {
            Workers.guarded("warm-up of " + step.name, step.work);
        }
        LOG.info("Warm after {} ms", (System.nanoTime() - begun) / 1_000_000);
    }
}
