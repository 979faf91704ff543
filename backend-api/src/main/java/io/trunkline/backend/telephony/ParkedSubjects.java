package io.trunkline.backend.telephony;

import io.trunkline.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the notices are about that this program could not apply, so that whoever makes it known can wake them.
///
/// It leaves out what is too much, and knows nothing of what other nodes have parked: such notices come again by
/// themselves. What was not looked at for minutes has been taken care of by another node, and makes room.
final class ParkedSubjects {
    /// A parked notice comes again at least every minute.
    private static final Duration LONGEST_UNSEEN = Duration.ofMinutes(5);

    private static final Duration BETWEEN_CLEARINGS = Duration.ofSeconds(10);

    private record Subject(TenantId tenant, String name) {}

    private record Parked(Set<Long> notices, Instant seen) {}

    private final int most;
    private final Map<Subject, Parked> parked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> woken = new ConcurrentLinkedQueue<>();
    private volatile Instant cleared = Instant.EPOCH;

    /// Remembers at most `most` subjects.
    ParkedSubjects(int most) {
        this.most = most;
    }

    /// The notice is about to be looked at. Told before, so that its subject cannot become known unnoticed between the
    /// look and the parking.
    void doubted(TenantId tenant, String subject, long notice, Instant now) {
        var key = new Subject(tenant, subject);
        if (!parked.containsKey(key) && !hasRoom(now)) {
            return;
        }
        parked.compute(key, (_, before) -> {
            var notices = before == null ? ConcurrentHashMap.<Long>newKeySet(2) : before.notices;
            notices.add(notice);
            return new Parked(notices, now);
        });
    }

    private boolean hasRoom(Instant now) {
        if (parked.size() >= most && !now.isBefore(cleared.plus(BETWEEN_CLEARINGS))) {
            cleared = now;
            parked.values().removeIf(each -> each.seen.plus(LONGEST_UNSEEN).isBefore(now));
        }
        return parked.size() < most;
    }

    /// The notice waits for its subject no more.
    void settled(TenantId tenant, String subject, long notice) {
        parked.computeIfPresent(new Subject(tenant, subject), (_, before) -> {
            before.notices.remove(notice);
            return before.notices.isEmpty() ? null : before;
        });
    }

    /// How many subjects are remembered.
    int size() {
        return parked.size();
    }

    /// The subject is known from now on; false when nothing waits for it.
    boolean known(TenantId tenant, String subject) {
        var found = parked.isEmpty() ? null : parked.remove(new Subject(tenant, subject));
        if (found == null) {
            return false;
        }
        woken.addAll(found.notices);
        return true;
    }

    /// The notices whose subject became known since this was last asked.
    List<Long> woken() {
        var all = new ArrayList<Long>();
        for (var next = woken.poll(); next != null; next = woken.poll()) {
            all.add(next);
        }
        return all;
    }
}
