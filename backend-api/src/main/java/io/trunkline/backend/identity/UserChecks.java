package io.trunkline.backend.identity;

import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.NewUser;
import io.trunkline.model.identity.PasswordChange;
import io.trunkline.model.identity.SignIn;
import io.trunkline.model.identity.UserChange;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is asked of a user's fields, as one sentence per field.
final class UserChecks {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final int EMAIL_LENGTH = 254;
    private static final int NAME_LENGTH = 200;
    private static final int PASSWORD_LEAST = 12;
    private static final int PASSWORD_MOST = 500;

    private UserChecks() {}

    static void check(SignIn asked) {
        Inputs.text("tenant", asked.tenant(), NAME_LENGTH);
        Inputs.text("email", asked.email(), EMAIL_LENGTH);
        Inputs.text("password", asked.password(), PASSWORD_MOST);
    }

    static void check(FirstPassword asked) {
        check(new SignIn(asked.tenant(), asked.email(), asked.password()));
        password("newPassword", asked.newPassword());
    }

    static void check(PasswordChange change) {
        Inputs.text("oldPassword", change.oldPassword(), PASSWORD_MOST);
        password("newPassword", change.newPassword());
    }

    static void check(NewUser wanted) {
        Inputs.text("name", wanted.name(), NAME_LENGTH);
        email(wanted.email());
        password("password", wanted.password());
        if (wanted.roles().isEmpty()) {
            throw new Fault.Invalid("roles", "A user has one role at least.");
        }
        if (wanted.team() != null) {
            Inputs.text("team", wanted.team(), NAME_LENGTH);
        }
        levels(wanted.skills());
    }

    static void check(UserChange change) {
        if (change.name() != null) {
            Inputs.text("name", change.name(), NAME_LENGTH);
        }
        if (change.roles() != null && change.roles().isEmpty()) {
            throw new Fault.Invalid("roles", "A user has one role at least.");
        }
        if (change.team() != null && !change.team().isEmpty()) {
            Inputs.text("team", change.team(), NAME_LENGTH);
        }
        levels(change.skills());
    }

    private static void email(@Nullable String email) {
        if (!EMAIL.matcher(Inputs.text("email", email, EMAIL_LENGTH).strip()).matches()) {
            throw new Fault.Invalid("email", "This is not an e-mail address.");
        }
    }

    private static void password(String field, @Nullable String password) {
        var given = Inputs.text(field, password, PASSWORD_MOST);
        if (given.codePointCount(0, given.length()) < PASSWORD_LEAST) {
            throw new Fault.Invalid(field, "A password has %d characters at least.".formatted(PASSWORD_LEAST));
        }
    }

    private static void levels(@Nullable Map<String, Integer> skills) {
        if (skills != null && !skills.values().stream().allMatch(level -> level >= 1 && level <= 5)) {
            throw new Fault.Invalid("skills", "The level of a skill is 1 to 5.");
        }
    }
}
