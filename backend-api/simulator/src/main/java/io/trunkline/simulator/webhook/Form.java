package io.trunkline.simulator.webhook;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Form fields in order, repeated keys and empty values kept. `put` changes this form and returns it.
public final class Form {
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    public static Form parse(String encoded) {
        var form = new Form();
        if (encoded.isEmpty()) {
            return form;
        }
        for (var pair : encoded.split("&", -1)) {
            var cut = pair.indexOf('=');
            form.add(decode(cut < 0 ? pair : pair.substring(0, cut)), cut < 0 ? "" : decode(pair.substring(cut + 1)));
        }
        return form;
    }

    public Form copy() {
        return new Form().with(this);
    }

    public Form add(String name, String value) {
        fields.add(Map.entry(name, value));
        return this;
    }

    public Form put(String name, @Nullable Object value) {
        fields.removeIf(f -> f.getKey().equals(name));
        return add(name, value == null ? "" : value.toString());
    }

    public Form with(Form other) {
        other.fields.forEach(f -> fields.removeIf(mine -> mine.getKey().equals(f.getKey())));
        fields.addAll(other.fields);
        return this;
    }

    public Optional<String> get(String name) {
        return fields.stream()
                .filter(f -> f.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The field's value, empty when it is missing.
    public String text(String name) {
        return get(name).orElse("");
    }

    public boolean flag(String name, boolean otherwise) {
        return get(name).filter(v -> !v.isBlank()).map(Boolean::parseBoolean).orElse(otherwise);
    }

    public List<String> all(String name) {
        return fields.stream()
                .filter(f -> f.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public String encode() {
        return fields.stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// Each name with its distinct values, both sorted: the order signatures are made in.
    Map<String, Set<String>> sorted() {
        var sorted = new TreeMap<String, Set<String>>();
        fields.forEach(
                f -> sorted.computeIfAbsent(f.getKey(), _ -> new TreeSet<>()).add(f.getValue()));
        return sorted;
    }

    public Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        fields.forEach(f -> map.merge(f.getKey(), f.getValue(), (a, b) -> a + "," + b));
        return map;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
