package io.trunkline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refused request as RFC 9457 has it. `errors` names the fields that were wrong.
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        List<Field> errors) {
    /// The type of a problem that its status says enough of.
    public static final String UNTYPED = "about:blank";

    /// The type of a refused sign-in whose password was right, but good only for choosing an own one.
    public static final String PASSWORD_CHANGE_REQUIRED = "urn:trunkline:problem:password-change-required";

    /// What was wrong with one field, as a sentence.
    public record Field(String name, String sentence) {}

    public Problem {
        errors = List.copyOf(errors);
    }
}
