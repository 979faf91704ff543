package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import java.util.Set;

/// Who wants to be told of which events.
public record Subscription(Hook hook, Set<String> events) {
    public static final Subscription NONE = new Subscription(Hook.post(""), Set.of());

    public Subscription {
        events = Set.copyOf(events);
    }

    public boolean wants(String event) {
        return !hook.isEmpty() && events.contains(event);
    }
}
