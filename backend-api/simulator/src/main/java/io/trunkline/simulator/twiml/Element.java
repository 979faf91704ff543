package io.trunkline.simulator.twiml;

import io.trunkline.simulator.account.Hook;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An XML element with its attributes read by kind; a bad number counts as not given, as with the carrier.
public record Element(String name, Map<String, String> attributes, String text, List<Element> children) {
    public Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public Optional<String> get(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public String text(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public String text(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    public int number(String attribute, int otherwise) {
        return get(attribute)
                .filter(v -> v.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    public boolean flag(String attribute, boolean otherwise) {
        return get(attribute).map(Boolean::parseBoolean).orElse(otherwise);
    }

    public Set<String> words(String attribute, String otherwise) {
        return Arrays.stream(text(attribute, otherwise).split(" "))
                .filter(w -> !w.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Hook hook(String url, String method) {
        return new Hook(text(url), text(method, "POST"));
    }
}
