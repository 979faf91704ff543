package io.trunkline.desktop.os;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes out of a text what tells of people: telephone numbers, mail and network addresses, passwords and tokens by
/// their form, names and other words by being known. Dates, ids of interactions and versions stay.
public final class Masks {
    /// The least letters of a word that is hidden wherever it stands; shorter ones are in too many other words.
    private static final int LEAST = 3;

    private static final Pattern SAID =
            Pattern.compile("(?i)\\b(password|passwd|secret|token|authorization|bearer|cookie|api[-_"
                    + " ]?key)\\b([\"']?\\s*[:=]?\\s*[\"']?)(?:bearer\\s+)?[^\\s\"',;}\\])]{4,}");

    private static final Pattern BETWEEN = Pattern.compile("[\\s.@_,;:/\\\\-]+");

    /// In this order: what comes first is not looked at again, so what stays keeps its digits.
    private static final Pattern FORMS =
            Pattern.compile("(?<uuid>\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b)"
                    + "|(?<date>\\b\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?Z?)?)"
                    + "|(?<token>\\beyJ[\\w-]{4,}(?:\\.[\\w-]*)*|(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[A-Za-z])[\\w+/=-]{32,})"
                    + "|(?<sip>\\bsips?:[^\\s\"'<>,;]+)"
                    + "|(?<mail>[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,})"
                    + "|(?<here>\\b127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\b)"
                    + "|(?<ip>\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b)"
                    + "|(?<phone>(?<![\\w.])\\+?\\(?\\d(?:[\\d()./\\u00a0 -]{5,}\\d)(?!\\w))");

    private final Pattern known;

    private Masks(Pattern known) {
        this.known = known;
    }

    /// Hides by form alone.
    public static Masks byForm() {
        return new Masks(Pattern.compile("(?!)"));
    }

    /// Hides these names as well, whole and in the parts that blanks and marks divide, and these texts where they stand
    /// whole; both in any case.
    public static Masks of(Collection<String> names, Collection<String> texts) {
        var parts = names.stream().flatMap(name -> Arrays.stream(BETWEEN.split(name, -1)));
        var words = Stream.of(
                        names.stream().map(String::strip), parts, texts.stream().map(String::strip))
                .flatMap(each -> each)
                .filter(word -> word.length() >= LEAST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return words.isEmpty()
                ? byForm()
                : new Masks(Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    public String clean(String text) {
        var withoutKnown = known.matcher(FORMS.matcher(withoutSaid(text)).replaceAll(Masks::instead));
        return withoutKnown.replaceAll("[hidden]");
    }

    private static String withoutSaid(String text) {
        return SAID.matcher(text).replaceAll("$1$2[hidden]");
    }

    private static String instead(MatchResult found) {
        if (found.group("token") != null) {
            return "[token]";
        }
        if (found.group("mail") != null || found.group("sip") != null) {
            return "[address]";
        }
        if (found.group("ip") != null) {
            return "[ip]";
        }
        if (found.group("phone") != null && digits(found.group()) >= 7) {
            return "[number]";
        }
        return Matcher.quoteReplacement(found.group());
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}
