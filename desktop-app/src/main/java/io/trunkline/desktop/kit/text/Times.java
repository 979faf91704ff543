package io.trunkline.desktop.kit.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// How moments and durations are written: relative under an hour, then clock, then date; always exact on hover.
public final class Times {
    private Times() {}

    /// "now", "12 min ago", "14:02" today, "3 Nov" this year, "3 Nov 2025" before.
    public static String shortly(Instant then, Instant now, ZoneId zone) {
        var age = Duration.between(then, now);
        if (!age.isNegative() && age.compareTo(Duration.ofHours(1)) < 0) {
            return age.toMinutes() == 0 ? Text.of("times.ago.now") : Text.of("times.ago.minutes", age.toMinutes());
        }
        var at = then.atZone(zone);
        var today = now.atZone(zone);
        if (at.toLocalDate().equals(today.toLocalDate())) {
            return at.format(pattern("HH:mm"));
        }
        return at.format(pattern(at.getYear() == today.getYear() ? "d MMM" : "d MMM yyyy"));
    }

    /// Date and time to the second, for the tooltip beside a short time.
    public static String exactly(Instant then, ZoneId zone) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM);
        return then.atZone(zone).format(format.withLocale(Text.locale().get()));
    }

    /// The clock alone, as in "saved 14:02".
    public static String clock(Instant then, ZoneId zone) {
        return then.atZone(zone).format(pattern("HH:mm"));
    }

    /// A duration as a timer shows it: `03:12`, from an hour `1:03:12`. Nothing is negative.
    public static String timer(Duration lasted) {
        var seconds = Math.max(0, lasted.toSeconds());
        var hours = seconds / 3600;
        var rest = "%02d:%02d".formatted(seconds % 3600 / 60, seconds % 60);
        return hours == 0 ? rest : hours + ":" + rest;
    }

    /// A duration as a sentence says it: "40 s", "12 min", "2 h 05 min".
    public static String inWords(Duration lasted) {
        var seconds = Math.max(0, lasted.toSeconds());
        if (seconds < 60) {
            return Text.of("times.lasted.seconds", seconds);
        }
        var minutes = seconds / 60;
        return minutes < 60
                ? Text.of("times.lasted.minutes", minutes)
                : Text.of("times.lasted.hours", minutes / 60, "%02d".formatted(minutes % 60));
    }

    private static DateTimeFormatter pattern(String letters) {
        return DateTimeFormatter.ofPattern(letters, Text.locale().get());
    }
}
