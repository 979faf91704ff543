package io.trunkline.model.desktop;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A version such as `1.4.2`, or `1.5.0-rc1`, which comes before `1.5.0`. Numbers that are missing count as 0.
public record ProgramVersion(List<Integer> numbers, String early) implements Comparable<ProgramVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9}){0,3})(?:-([0-9A-Za-z.-]{1,40}))?");

    public ProgramVersion {
        numbers = List.copyOf(numbers);
    }

    /// Empty for what is no version, such as `development`.
    public static Optional<ProgramVersion> parse(String text) {
        var found = FORM.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var numbers = Arrays.stream(found.group(1).split("\\.", -1))
                .map(Integer::valueOf)
                .toList();
        return Optional.of(new ProgramVersion(numbers, found.group(2) == null ? "" : found.group(2)));
    }

    public boolean isBefore(ProgramVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(ProgramVersion other) {
        for (var place = 0; place < Math.max(numbers.size(), other.numbers.size()); place++) {
            var compared = Integer.compare(number(place), other.number(place));
            if (compared != 0) {
                return compared;
            }
        }
        if (early.isEmpty() || other.early.isEmpty()) {
            return Boolean.compare(early.isEmpty(), other.early.isEmpty());
        }
        return early.compareTo(other.early);
    }

    @Override
    public String toString() {
        var all = String.join(".", numbers.stream().map(String::valueOf).toList());
        return early.isEmpty() ? all : all + "-" + early;
    }

    private int number(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }
}
