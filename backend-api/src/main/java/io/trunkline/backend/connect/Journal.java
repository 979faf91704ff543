package io.trunkline.backend.connect;

import io.trunkline.backend.telephony.twilio.NumberBefore;
import io.trunkline.backend.telephony.twilio.NumbersBefore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What numbers said before they were pointed at us. Pure.
///
/// A value that is one of ours never counts as what was before, so that pointing a number at us twice, also after an
/// attempt that broke off in the middle, still leads back to the first.
final class Journal {
    private Journal() {}

    /// The record with this change in it; written down before the change is made.
    static NumbersBefore with(NumbersBefore record, Plan.NumberChange change, Instant now) {
        var sid = change.number().sid();
        var kept = new ArrayList<NumberBefore>();
        var known = new NumberBefore(sid, change.number().number(), Map.of(), Map.of(), now);
        for (var each : record.numbers()) {
            if (each.sid().equals(sid)) {
                known = each;
            } else {
                kept.add(each);
            }
        }
        kept.add(merged(known, change, now));
        return new NumbersBefore(kept);
    }

    static NumbersBefore without(NumbersBefore record, String sid) {
        return new NumbersBefore(record.numbers().stream()
                .filter(each -> !each.sid().equals(sid))
                .toList());
    }

    private static NumberBefore merged(NumberBefore known, Plan.NumberChange change, Instant now) {
        var before = new TreeMap<>(known.before());
        var ours = new TreeMap<>(known.ours());
        change.to().forEach((field, value) -> {
            var present = change.number().field(field);
            var set = new ArrayList<>(ours.getOrDefault(field, List.of()));
            if (!set.contains(present)) {
                before.put(field, present);
            }
            if (!set.contains(value)) {
                set.add(value);
            }
            ours.put(field, List.copyOf(set));
        });
        return new NumberBefore(known.sid(), known.number(), before, ours, now);
    }
}
