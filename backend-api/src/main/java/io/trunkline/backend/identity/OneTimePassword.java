package io.trunkline.backend.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes passwords that are good once: easy to read aloud and to type, too many to guess.
final class OneTimePassword {
    /// How long one may lie before it is used.
    static final Duration LIFE = Duration.ofDays(7);

    /// Without letters and digits that look alike.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final SecureRandom random = new SecureRandom();

    String make() {
        return IntStream.range(0, GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-"));
    }

    private String group() {
        return random.ints(GROUP, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
