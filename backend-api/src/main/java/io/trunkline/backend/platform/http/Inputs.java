package io.trunkline.backend.platform.http;

import org.jspecify.annotations.Nullable;

/// Checks what people typed. Text is kept as it is, to the letter, or refused with a sentence; it is never changed.
public final class Inputs {
    private Inputs() {}

    /// The text of a field that must be there, with `most` characters at most.
    public static String text(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            throw new Fault.Invalid(field, "The value of %s must not be empty.".formatted(field));
        }
        if (value.codePointCount(0, value.length()) > most) {
            throw new Fault.Invalid(field, "The value of %s has %d characters at most.".formatted(field, most));
        }
        if (!storable(value)) {
            throw new Fault.Invalid(
                    field,
                    "The value of %s holds a character that cannot be stored: NUL, or half of a pair."
                            .formatted(field));
        }
        return value;
    }

    /// The value of a field that must be there.
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new Fault.Invalid(field, "The value of %s is missing.".formatted(field));
        }
        return value;
    }

    /// PostgreSQL keeps any text but NUL, and half a surrogate pair is no text.
    private static boolean storable(String value) {
        return value.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }
}
