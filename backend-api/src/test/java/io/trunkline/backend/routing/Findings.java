package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a walk has shown: how often each property was checked, and where it did not hold.
final class Findings {
    enum Property {
        P1,
        P2,
        P3,
        P5,
        P6,
        P7,
        P8,
        P9,
        P10,
        P11
    }

    final Map<String, Integer> steps = new TreeMap<>();
    private final Map<Property, Long> checks = new EnumMap<>(Property.class);
    private final Map<Property, List<String>> violations = new EnumMap<>(Property.class);

    void check(Property property, boolean holds, Object where) {
        checks.merge(property, 1L, Long::sum);
        if (!holds) {
            violations.computeIfAbsent(property, _ -> new ArrayList<>()).add(String.valueOf(where));
        }
    }

    void step(String kind) {
        steps.merge(kind, 1, Integer::sum);
    }

    int count() {
        return steps.values().stream().mapToInt(Integer::intValue).sum();
    }

    long checks(Property property) {
        return checks.getOrDefault(property, 0L);
    }

    List<String> violations(Property property) {
        return violations.getOrDefault(property, List.of());
    }

    boolean clean() {
        return violations.isEmpty();
    }

    @Override
    public String toString() {
        return "steps " + count() + " " + steps + ", checks " + checks + ", violations " + violations.keySet();
    }
}
