package io.trunkline.desktop.login;

import java.util.List;
import java.util.Locale;

/// How hard a password is to guess, as far as it can be told without a list of those that people use.
enum Strength {
    WEAK,
    FAIR,
    STRONG;

    private static final int FEW_SIGNS = 5;
    private static final int LONG = 18;

    /// `own` is what is known of whoever chooses, which others know as well.
    static Strength of(String password, List<String> own) {
        var small = password.toLowerCase(Locale.ROOT);
        var rest = small;
        for (var word : own) {
            rest = word.length() < 3 ? rest : rest.replace(word.toLowerCase(Locale.ROOT), "");
        }
        var signs = rest.codePoints().distinct().count();
        if (signs <= FEW_SIGNS || rest.length() < small.length() / 2 || follows(rest)) {
            return WEAK;
        }
        return password.length() >= LONG && signs > 2 * FEW_SIGNS ? STRONG : FAIR;
    }

    /// Mostly each sign after its neighbour, as in `abcdefghijkl` and `123456789012`.
    private static boolean follows(String text) {
        var steps = 0;
        for (var at = 1; at < text.length(); at++) {
            var step = text.charAt(at) - text.charAt(at - 1);
            if (step == 1 || step == -1 || step == 0) {
                steps++;
            }
        }
        return steps * 3 > text.length() * 2;
    }
}
