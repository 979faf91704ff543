package io.trunkline.backend.connect;

import io.trunkline.model.FlowId;
import io.trunkline.model.QueueId;
import java.util.Map;
import java.util.Optional;

/// Finds what shall answer the numbers: what was named, else the only flow there is. Pure.
final class Entries {
    private Entries() {}

    static Wish.Entry of(ConnectRequest asked, Map<String, FlowId> flows, Map<String, QueueId> queues) {
        asked.flow().ifPresent(name -> known("flow", name, flows));
        asked.textQueue().ifPresent(name -> known("queue", name, queues));
        var straight = asked.queue().filter(_ -> asked.flow().isEmpty()).map(Wish.Entry::straightTo);
        var only = flows.size() == 1 ? Optional.of(flows.keySet().iterator().next()) : Optional.<String>empty();
        return new Wish.Entry(
                asked.flow().or(() -> straight).or(() -> only),
                asked.textQueue().or(asked::queue),
                asked.queue().filter(name -> !queues.containsKey(name)),
                straight.filter(name -> !flows.containsKey(name)));
    }

    private static void known(String kind, String name, Map<String, ?> all) {
        if (!all.containsKey(name)) {
            throw new CannotConnect(
                    CannotConnect.WRONG,
                    all.isEmpty()
                            ? "There is no %s '%s', and no other: make one, or have all calls led to one queue with --queue."
                                    .formatted(kind, name)
                            : "There is no %s '%s'; there are: %s."
                                    .formatted(kind, name, String.join(", ", all.keySet())));
        }
    }
}
