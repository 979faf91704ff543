package io.trunkline.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `installer/notices/licences.txt`, read: who made what, and under which licence.
record Licences(List<Rule> jars, List<Inside> inside, Map<String, Text> texts) {
    /// What a line says of a jar.
    record Rule(String pattern, String licence, String home) {}

    /// What a line says of something inside a jar.
    record Inside(String pattern, String what, String licence, String home) {}

    /// A licence by its name, and where its text stands.
    record Text(String name, String address) {}

    static Licences read(Path file) throws IOException {
        var licences = new Licences(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        var section = "";
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith("[")) {
                section = line;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                licences.add(
                        section,
                        Arrays.stream(line.split("\\|")).map(String::strip).toList());
            }
        }
        licences.check();
        return licences;
    }

    private void add(String section, List<String> columns) {
        switch (section + columns.size()) {
            case "[jars]3" -> jars.add(new Rule(columns.get(0), columns.get(1), columns.get(2)));
            case "[inside]4" -> inside.add(new Inside(columns.get(0), columns.get(1), columns.get(2), columns.get(3)));
            case "[licences]3" -> texts.put(columns.get(0), new Text(columns.get(1), columns.get(2)));
            default ->
                throw new IllegalArgumentException(
                        "A line of licences.txt has too few or too many columns: " + columns);
        }
    }

    private void check() {
        jars.forEach(rule -> told(rule.licence()));
        inside.forEach(part -> told(part.licence()));
    }

    /// The line of a jar; empty when its licence is not known.
    Optional<Rule> of(Library library) {
        return jars.stream().filter(rule -> matches(rule.pattern(), library)).findFirst();
    }

    /// What lies inside a jar.
    List<Inside> inside(Library library) {
        return inside.stream().filter(part -> matches(part.pattern(), library)).toList();
    }

    /// An SPDX expression in words, each licence with its address. Refuses one that the last section does not name.
    String told(String expression) {
        var words = new StringBuilder();
        for (var word : expression.split(" ", -1)) {
            words.append(words.isEmpty() ? "" : " ");
            switch (word) {
                case "OR" -> words.append("or");
                case "AND" -> words.append("and");
                case "WITH" -> words.append("with");
                default -> {
                    var text = texts.get(word);
                    if (text == null) {
                        throw new IllegalArgumentException(
                                "licences.txt names the licence " + word + " and does not say what it is.");
                    }
                    words.append(text.name())
                            .append(" (")
                            .append(text.address())
                            .append(")");
                }
            }
        }
        return words.toString();
    }

    private static boolean matches(String pattern, Library library) {
        return pattern.endsWith("*")
                ? library.name().startsWith(pattern.substring(0, pattern.length() - 1))
                : library.name().equals(pattern);
    }
}
