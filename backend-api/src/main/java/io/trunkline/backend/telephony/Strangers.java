package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Notices whose subject is not known: found and parked many at once, since each alone cost as much as one that does
/// something.
final class Strangers {
    private static final Duration PARKED_AT_MOST = Duration.ofDays(1);

    private final NoticeStore store;
    private final Map<String, NoticeApplier> appliers;

    Strangers(NoticeStore store, Map<String, NoticeApplier> appliers) {
        this.store = store;
        this.appliers = appliers;
    }

    /// Parks all whose subject is surely not known; gives back those that are left to be applied.
    List<NoticeStore.Waiting> parked(Tx tx, List<NoticeStore.Waiting> all) {
        var strangers = of(tx, all);
        if (strangers.isEmpty()) {
            return all;
        }
        // not taken before: to park what another node applies meanwhile does no harm
        store.park(tx, strangers.stream().map(notice -> parked(tx, notice)).toList());
        var left = new ArrayList<>(all);
        left.removeAll(new HashSet<>(strangers));
        return left;
    }

    private List<NoticeStore.Waiting> of(Tx tx, List<NoticeStore.Waiting> all) {
        var found = new ArrayList<NoticeStore.Waiting>();
        var kinds = all.stream().collect(Collectors.groupingBy(NoticeStore.Waiting::kind));
        kinds.forEach((kind, some) -> {
            var applier = appliers.get(kind);
            if (applier != null) {
                var unknown =
                        applier.unknown(tx, some.stream().map(Strangers::told).toList());
                some.stream()
                        .filter(notice -> unknown.contains(notice.subject()))
                        .forEach(found::add);
            }
        });
        return found;
    }

    private static NoticeApplier.Told told(NoticeStore.Waiting notice) {
        return new NoticeApplier.Told(notice.subject(), notice.body());
    }

    /// How one is parked; after a day it is laid aside.
    static NoticeStore.Parked parked(Tx tx, NoticeStore.Waiting notice) {
        var dead = Duration.between(notice.receivedAt(), tx.now()).compareTo(PARKED_AT_MOST) > 0;
        return new NoticeStore.Parked(notice.id(), until(tx.now(), notice.attempts()), dead);
    }

    /// What becomes known here wakes it; another node may have made it known as well.
    private static Instant until(Instant now, int attempts) {
        return now.plusSeconds(Math.min(60, 3L << Math.min(4 * attempts, 8)));
    }
}
