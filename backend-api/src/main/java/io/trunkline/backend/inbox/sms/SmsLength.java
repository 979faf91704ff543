package io.trunkline.backend.inbox.sms;

import java.util.Optional;

/// How long a text may be. The carrier takes up to 1,600 characters and cuts them into segments itself. Pure.
final class SmsLength {
    private static final int LONGEST = 1_600;

    private SmsLength() {}

    /// Why a text can't go out, as a sentence.
    static Optional<String> objection(String text) {
        if (text.isBlank()) {
            return Optional.of("There is nothing to send yet.");
        }
        var length = text.length();
        return length > LONGEST
                ? Optional.of("A text has at most %,d characters; this one has %,d.".formatted(LONGEST, length))
                : Optional.empty();
    }
}
