package io.trunkline.desktop.session;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings an observed map to a new content with the fewest changes, so that what stays is not drawn anew.
final class Maps {
    private Maps() {}

    static <K, V> void become(Map<K, V> map, Collection<V> wanted, Function<V, K> key) {
        var next = wanted.stream().collect(Collectors.toMap(key, each -> each, (_, last) -> last));
        map.keySet().retainAll(next.keySet());
        next.forEach((each, value) -> {
            if (!value.equals(map.get(each))) {
                map.put(each, value);
            }
        });
    }
}
