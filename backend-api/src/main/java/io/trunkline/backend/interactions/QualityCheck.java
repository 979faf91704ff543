package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.Problem;
import io.trunkline.model.call.CallQuality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a measured quality may hold. Pure; everything that is wrong is said at once.
final class QualityCheck {
    static final int MOST_WARNINGS = 32;
    private static final int LONGEST_WORD = 64;
    private static final double LONGEST_MILLIS = 60_000;
    private static final Duration LONGEST_CALL = Duration.ofDays(1);
    private static final double MOST_SAMPLES = 86_400;

    private final List<Problem.Field> wrong = new ArrayList<>();

    private QualityCheck() {}

    /// Refuses what cannot have been measured.
    static CallQuality checked(CallQuality quality) {
        var check = new QualityCheck();
        check.all(quality);
        if (!check.wrong.isEmpty()) {
            throw new Fault.Invalid(check.wrong);
        }
        return quality;
    }

    private void all(CallQuality quality) {
        range("mos", quality.mos(), 1, 5);
        range("lowestMos", quality.lowestMos(), 1, 5);
        range("loss", quality.loss(), 0, 1);
        range("jitter", quality.jitter(), 0, LONGEST_MILLIS);
        range("highestJitter", quality.highestJitter(), 0, LONGEST_MILLIS);
        range("roundTrip", quality.roundTrip(), 0, LONGEST_MILLIS);
        range("highestRoundTrip", quality.highestRoundTrip(), 0, LONGEST_MILLIS);
        range("samples", (double) quality.samples(), 1, MOST_SAMPLES);
        word("codec", quality.codec());
        if (quality.warnings().size() > MOST_WARNINGS) {
            says("warnings", "At most %d warnings are kept of a call.".formatted(MOST_WARNINGS));
        }
        quality.warnings().forEach(warning -> word("warnings", warning));
        times(quality);
    }

    private void times(CallQuality quality) {
        if (quality.from() == null || quality.until() == null) {
            says("from", "Say from when until when it was measured.");
        } else if (quality.until().isBefore(quality.from())
                || Duration.between(quality.from(), quality.until()).compareTo(LONGEST_CALL) > 0) {
            says("until", "A measurement ends after it began, and within a day.");
        }
    }

    private void range(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            says(field, String.format(Locale.ROOT, "The value of %s lies between %.0f and %.0f.", field, least, most));
        }
    }

    private void word(String field, @Nullable String value) {
        var fits = value != null
                && !value.isBlank()
                && value.length() <= LONGEST_WORD
                && value.chars().allMatch(each -> each > ' ' && each < 0x7F);
        if (!fits) {
            says(field, "A name in %s has 1 to %d plain characters.".formatted(field, LONGEST_WORD));
        }
    }

    private void says(String field, String sentence) {
        wrong.add(new Problem.Field("quality." + field, sentence));
    }
}
