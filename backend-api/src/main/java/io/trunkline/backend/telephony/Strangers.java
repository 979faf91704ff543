package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// What is left to be applied, and what was laid aside for good.
    record Sifted(List<NoticeStore.Waiting> left, Set<Long> dead) {}

    /// Parks all whose subject is surely not known.
    Sifted parked(Tx tx, List<NoticeStore.Waiting> all) {
        var strangers = of(tx, all);
        if (strangers.isEmpty()) {
            return new Sifted(all, Set.of());
        }
        // not taken before: to park what another node applies meanwhile does no harm
        var parked = strangers.stream().map(notice -> parked(tx, notice)).toList();
        store.park(tx, parked);
        var left = new ArrayList<>(all);
        left.removeAll(new HashSet<>(strangers));
        return new Sifted(left, dead(parked));
    }

    static Set<Long> dead(List<NoticeStore.Parked> parked) {
        return parked.stream()
                .filter(NoticeStore.Parked::dead)
                .map(NoticeStore.Parked::id)
                .collect(Collectors.toSet());
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

    /// What becomes known here wakes it; another node may have made it known as well.
    private static NoticeStore.Parked parked(Tx tx, NoticeStore.Waiting notice) {
        return parked(tx, notice, Math.min(60_000, 3_000L << Math.min(4 * notice.attempts(), 8)));
    }

    /// One that was tried: what it needs may become known without anybody waking it, so it comes again soon, then ever
    /// more seldom.
    static NoticeStore.Parked tried(Tx tx, NoticeStore.Waiting notice) {
        return parked(tx, notice, Math.min(60_000, 250L << Math.min(2 * notice.attempts(), 8)));
    }

    /// After a day it is laid aside.
    private static NoticeStore.Parked parked(Tx tx, NoticeStore.Waiting notice, long millis) {
        var dead = Duration.between(notice.receivedAt(), tx.now()).compareTo(PARKED_AT_MOST) > 0;
        return new NoticeStore.Parked(notice.id(), tx.now().plusMillis(millis), dead);
    }
}
