package io.trunkline.backend.telephony;

import io.trunkline.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the notices are about that this program could not apply, so that whoever makes it known can wake them.
///
/// It leaves out what is too much, and knows nothing of what other nodes have parked: such notices come again by
/// themselves.
final class ParkedSubjects {
    private record Subject(TenantId tenant, String name) {}

    private final int most;
    private final Map<Subject, Set<Long>> parked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> woken = new ConcurrentLinkedQueue<>();

    /// Remembers at most `most` subjects.
    ParkedSubjects(int most) {
        this.most = most;
    }

    /// The notice is about to be looked at. Told before, so that its subject cannot become known unnoticed between the
    /// look and the parking.
    void doubted(TenantId tenant, String subject, long notice) {
        var key = new Subject(tenant, subject);
        if (parked.size() < most || parked.containsKey(key)) {
            parked.computeIfAbsent(key, _ -> ConcurrentHashMap.newKeySet(2)).add(notice);
        }
    }

    /// The notice waits for its subject no more.
    void settled(TenantId tenant, String subject, long notice) {
        parked.computeIfPresent(new Subject(tenant, subject), (_, notices) -> {
            notices.remove(notice);
            return notices.isEmpty() ? null : notices;
        });
    }

    /// The subject is known from now on; false when nothing waits for it.
    boolean known(TenantId tenant, String subject) {
        var notices = parked.isEmpty() ? null : parked.remove(new Subject(tenant, subject));
        if (notices == null) {
            return false;
        }
        woken.addAll(notices);
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
