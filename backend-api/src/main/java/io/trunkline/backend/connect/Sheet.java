package io.trunkline.backend.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is shown: how things are, and from what to what they change. Passwords inside addresses are not.
final class Sheet {
    private static final Pattern PASSWORD = Pattern.compile("(://[^/@:]*:)[^/@]*@");
    private static final String NOTHING = "(nothing)";

    private Sheet() {}

    static List<String> numbers(List<CarrierNumber> numbers) {
        var lines = new ArrayList<String>();
        var at = 0;
        for (var number : numbers) {
            at++;
            lines.add("%3d  %-16s %-24s %s".formatted(at, number.number(), number.name(), able(number)));
            lines.add("     calls go to %s".formatted(calls(number)));
            lines.add("     texts go to %s"
                    .formatted(shown(either(number, CarrierNumber.TEXTS_APPLICATION, CarrierNumber.TEXTS))));
        }
        return lines;
    }

    private static String calls(CarrierNumber number) {
        return number.trunk().isEmpty()
                ? shown(either(number, CarrierNumber.CALLS_APPLICATION, CarrierNumber.CALLS))
                : "SIP trunk " + number.trunk();
    }

    private static String either(CarrierNumber number, String first, String second) {
        return number.field(first).isEmpty() ? number.field(second) : number.field(first);
    }

    private static String able(CarrierNumber number) {
        if (number.calls() && number.texts()) {
            return "calls and texts";
        }
        return number.calls() ? "calls" : number.texts() ? "texts" : "neither calls nor texts";
    }

    static List<String> plan(Plan plan) {
        var lines = new ArrayList<String>();
        plan.application().ifPresent(change -> {
            lines.add("Application '%s'%s"
                    .formatted(change.name(), change.sid().map(sid -> " " + sid).orElse(", new")));
            change.to().keySet().stream()
                    .filter(field -> !field.equals("FriendlyName"))
                    .forEach(field -> lines.add(line(field, change.from(), change.to())));
        });
        if (plan.key()) {
            lines.add("Key: a new one is made; its secret goes to the backend, encrypted, and is shown to nobody");
        }
        if (plan.account()) {
            lines.add("Backend: keeps the account, its token and key encrypted, and the application");
        }
        plan.entry().makesQueue().ifPresent(name -> lines.add("Backend: a new queue '%s'".formatted(name)));
        plan.entry().makesFlow().ifPresent(name -> lines.add("Backend: a new flow '%s'".formatted(name)));
        plan.ties().forEach(tie -> lines.addAll(tie(tie)));
        plan.numbers().forEach(change -> lines.addAll(change(change)));
        return lines;
    }

    private static List<String> tie(Plan.Tie tie) {
        var lines = new ArrayList<String>();
        lines.add("%s at the backend%s"
                .formatted(tie.number().number(), tie.present().isEmpty() ? ", new" : ""));
        if (!tie.flow().equals(tie.fromFlow())) {
            lines.add(row("answered by flow", named(tie.fromFlow()), named(tie.flow())));
        }
        if (!tie.queue().equals(tie.fromQueue())) {
            lines.add(row("texts wait in queue", named(tie.fromQueue()), named(tie.queue())));
        }
        return lines;
    }

    private static String named(Optional<String> name) {
        return name.orElse(NOTHING);
    }

    /// The table of one number: from, to.
    static List<String> change(Plan.NumberChange change) {
        var lines = new ArrayList<String>();
        lines.add("%s %s"
                .formatted(change.number().number(), change.number().name())
                .strip());
        change.to().keySet().forEach(field -> lines.add(line(field, change.from(), change.to())));
        return lines;
    }

    private static String line(String field, SortedMap<String, String> from, SortedMap<String, String> to) {
        return row(FieldNames.of(field), shown(from.getOrDefault(field, "")), shown(to.getOrDefault(field, "")));
    }

    private static String row(String what, String from, String to) {
        return "    %-24s %s -> %s".formatted(what, from, to);
    }

    private static String shown(String value) {
        return value.isEmpty() ? NOTHING : PASSWORD.matcher(value).replaceAll("$1…@");
    }

    static String fields(Map<String, String> fields) {
        return fields.keySet().stream().map(FieldNames::of).collect(Collectors.joining(", "));
    }
}
