package io.trunkline.desktop.session;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.GivenUp;

/// Turns what went wrong into what somebody is told: what happened, what was kept, what to do.
public final class Failures {
    private Failures() {}

    /// `happened` is the text key of the first sentence.
    public static Trouble trouble(String happened, Exception e) {
        return trouble(happened, "", e);
    }

    /// `kept` is a whole sentence, or empty where nothing was at stake.
    public static Trouble trouble(String happened, String kept, Exception e) {
        return new Trouble(Text.of(happened), kept, next(e));
    }

    private static String next(Exception e) {
        return switch (e) {
            case BackendFailure.Refused refused -> refused.sentence();
            case BackendFailure.Outdated old -> old.sentence();
            case BackendFailure.Unauthorised _ -> Text.of("session.failure.signIn");
            case BackendFailure.Unreachable _ -> Text.of("session.failure.unreachable");
            case GivenUp _ -> Text.of("session.failure.givenUp");
            case Exception other -> Text.of("session.failure.other", String.valueOf(other.getMessage()));
        };
    }
}
