package io.trunkline.backend.diagnostics;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Blots out what is personal: numbers, e-mail and network addresses, quoted texts, and words that are in somebody's
/// name. Ids, times and counts stay.
public final class Mask {
    private static final String BLOT = "…";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>'\"=]+(?:@|%40)[^\\s@<>'\"]+\\.[A-Za-z]{2,}");
    private static final Pattern NUMBER = Pattern.compile("(?:\\+|%2B)\\d{4,}|(?<![\\w.:-])\\d{7,15}(?![\\w:-])");
    private static final Pattern ADDRESS =
            Pattern.compile("\\b(?!127\\.0\\.0\\.1\\b|0\\.0\\.0\\.0\\b)\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*\"|'[^'\\n]*'|“[^”\\n]*”");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]+");
    private static final Pattern ID = Pattern.compile("\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");

    private final Function<Set<String>, Set<String>> names;

    /// `names` says which of these words, in small letters, are in somebody's name.
    public Mask(Function<Set<String>, Set<String>> names) {
        this.names = names;
    }

    /// The log's lines as they may be shown.
    String log(String lines) {
        var shapes = shapes(QUOTED.matcher(lines).replaceAll(BLOT));
        var words = WORD.matcher(ID.matcher(shapes).replaceAll(" "))
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var personal = names.apply(words);
        return WORD.matcher(shapes)
                .replaceAll(word -> personal.contains(word.group().toLowerCase(Locale.ROOT)) ? BLOT : word.group());
    }

    /// What has the shape of a number or an address, in anything else.
    String shapes(String text) {
        var some = EMAIL.matcher(text).replaceAll(BLOT);
        return ADDRESS.matcher(NUMBER.matcher(some).replaceAll(BLOT)).replaceAll(BLOT);
    }
}
