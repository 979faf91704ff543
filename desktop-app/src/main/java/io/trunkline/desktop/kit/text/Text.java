package io.trunkline.desktop.kit.text;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Words by key in the language of the moment.
///
/// `{0}`, `{1}` … in a text are replaced by the arguments; numbers are written as the language does; an apostrophe
/// is an apostrophe. Whoever shows words asks again when [#locale()] changes: the shell builds its views anew.
public final class Text {
    /// The languages the desktop speaks; the first is used where the system's is none of them.
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

    private static final ReadOnlyObjectWrapper<Locale> LOCALE =
            new ReadOnlyObjectWrapper<>(nearest(Locale.getDefault()));
    private static Bundle bundle = Bundle.of(LOCALE.get());

    private Text() {}

    /// The text of a key; a key that is missing shows itself, which a test does not let happen.
    public static String of(String key, Object... arguments) {
        return fill(bundle.text(key), arguments);
    }

    /// The text of `key.one` for one and of `key.other` for any other number, which is `{0}`.
    public static String count(String key, long number, Object... more) {
        var all = new Object[more.length + 1];
        all[0] = number;
        System.arraycopy(more, 0, all, 1, more.length);
        return of(key + (number == 1 ? ".one" : ".other"), all);
    }

    public static ReadOnlyObjectProperty<Locale> locale() {
        return LOCALE.getReadOnlyProperty();
    }

    /// Switches to the nearest language there is.
    public static void speak(Locale locale) {
        var language = nearest(locale);
        bundle = Bundle.of(language);
        LOCALE.set(language);
    }

    private static Locale nearest(Locale wanted) {
        return LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    private static String fill(String pattern, Object... arguments) {
        var text = pattern;
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", written(arguments[i]));
        }
        return text;
    }

    private static String written(Object argument) {
        return argument instanceof Number number
                ? NumberFormat.getInstance(LOCALE.get()).format(number)
                : String.valueOf(argument);
    }
}
