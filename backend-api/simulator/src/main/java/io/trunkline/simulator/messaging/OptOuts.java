package io.trunkline.simulator.messaging;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who has written STOP to whom, until START.
final class OptOuts {
    private static final Set<String> STOP = Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT");
    private static final Set<String> START = Set.of("START", "UNSTOP", "YES");

    private final Set<String> pairs = ConcurrentHashMap.newKeySet();

    boolean has(String number, String from) {
        return pairs.contains(number + " " + from);
    }

    void heed(String from, String to, String body) {
        var word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            pairs.add(from + " " + to);
        } else if (START.contains(word)) {
            pairs.remove(from + " " + to);
        }
    }
}
