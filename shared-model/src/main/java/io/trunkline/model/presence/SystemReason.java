package io.trunkline.model.presence;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why the system itself sent an agent away.
public enum SystemReason {
    /// Several offers in a row were left to ring.
    NO_ANSWER("No answer"),
    /// The agent's desktop did not ring.
    NOT_RINGING("Not ringing"),
    /// The telephone or SIP address the agent talks by was not answered.
    LINE_NOT_ANSWERED("Line not answered");

    private final String text;

    SystemReason(String text) {
        this.text = text;
    }

    /// As it stands in [Presence#reason()].
    public String text() {
        return text;
    }

    public static Optional<SystemReason> of(@Nullable String reason) {
        return Arrays.stream(values())
                .filter(each -> each.text.equalsIgnoreCase(reason))
                .findFirst();
    }
}
