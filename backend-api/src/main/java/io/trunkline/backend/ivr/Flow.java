package io.trunkline.backend.ivr;

import java.util.Map;

/// What a caller meets, as data: named steps, one of which is the first. `language` is that of the spoken texts.
public record Flow(String start, String language, Map<String, Step> steps) {
    public Flow {
        steps = Map.copyOf(steps);
    }
}
