package io.trunkline.backend.connect;

import io.trunkline.backend.telephony.twilio.NumberBefore;
import io.trunkline.backend.telephony.twilio.NumbersBefore;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How numbers get back what they said before. Pure.
///
/// A number of which somebody else has changed a field since is left alone as a whole: half of theirs and half of the
/// old would be nobody's wish.
record Undo(List<Plan.NumberChange> changes, List<String> done, List<String> remarks) {
    /// `wanted` are the numbers to give back; all when there are none.
    static Undo of(NumbersBefore record, List<CarrierNumber> present, List<String> wanted) {
        var changes = new ArrayList<Plan.NumberChange>();
        var done = new ArrayList<String>();
        var remarks = new ArrayList<String>();
        for (var known : record.numbers()) {
            if (wanted.isEmpty() || wanted.contains(known.number())) {
                present.stream()
                        .filter(each -> each.sid().equals(known.sid()))
                        .findFirst()
                        .ifPresentOrElse(
                                number -> of(known, number, changes, done, remarks),
                                () -> remarks.add("%s is no longer a number of the account: it is left alone."
                                        .formatted(known.number())));
            }
        }
        return new Undo(List.copyOf(changes), List.copyOf(done), List.copyOf(remarks));
    }

    private static void of(
            NumberBefore known,
            CarrierNumber number,
            List<Plan.NumberChange> changes,
            List<String> done,
            List<String> remarks) {
        var theirs = known.before().keySet().stream()
                .filter(field -> !isOurs(known, number, field) && !isAsBefore(known, number, field))
                .sorted()
                .toList();
        if (!theirs.isEmpty()) {
            remarks.add("%s has been changed by somebody else since (%s): it is left alone."
                    .formatted(
                            number.number(),
                            String.join(
                                    ", ", theirs.stream().map(FieldNames::of).toList())));
            return;
        }
        SortedMap<String, String> from = new TreeMap<>();
        SortedMap<String, String> to = new TreeMap<>();
        known.before().forEach((field, before) -> {
            if (!isAsBefore(known, number, field)) {
                from.put(field, number.field(field));
                to.put(field, before);
            }
        });
        if (to.isEmpty()) {
            done.add(number.sid());
        } else {
            changes.add(new Plan.NumberChange(number, from, to));
        }
    }

    private static boolean isOurs(NumberBefore known, CarrierNumber number, String field) {
        return known.ours().getOrDefault(field, List.of()).contains(number.field(field));
    }

    private static boolean isAsBefore(NumberBefore known, CarrierNumber number, String field) {
        return number.field(field).equals(known.before().get(field));
    }
}
