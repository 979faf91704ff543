package io.trunkline.backend.ivr;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When somebody is there, by wall clock: clocks that are put forward or back move the hours with them.
///
/// A day may have several spans. A span that ends at or before its start runs past midnight and belongs to the day it
/// starts on; with start and end alike it is a whole day. Nothing starts on a holiday. Without a `zone` the tenant's
/// counts.
public record OpeningHours(
        Map<DayOfWeek, List<Span>> week,
        @Nullable Set<LocalDate> holidays,
        @Nullable ZoneId zone) {
    public OpeningHours {
        week = Map.copyOf(week);
        holidays = holidays == null ? Set.of() : Set.copyOf(holidays);
    }

    /// From a time of day, included, to a time of day, excluded.
    public record Span(LocalTime from, LocalTime to) {
        boolean pastMidnight() {
            return !to.isAfter(from);
        }

        boolean openOnItsDay(LocalTime time) {
            return !time.isBefore(from) && (pastMidnight() || time.isBefore(to));
        }

        boolean openOnTheNextDay(LocalTime time) {
            return pastMidnight() && time.isBefore(to);
        }
    }

    boolean open(ZonedDateTime now) {
        var local = zone == null ? now : now.withZoneSameInstant(zone);
        var today = local.toLocalDate();
        var time = local.toLocalTime();
        return spans(today).stream().anyMatch(span -> span.openOnItsDay(time))
                || spans(today.minusDays(1)).stream().anyMatch(span -> span.openOnTheNextDay(time));
    }

    private List<Span> spans(LocalDate day) {
        return holidays != null && holidays.contains(day)
                ? List.of()
                : week.getOrDefault(day.getDayOfWeek(), List.of());
    }
}
