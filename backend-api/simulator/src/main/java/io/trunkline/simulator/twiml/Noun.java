package io.trunkline.simulator.twiml;

/// Whom `Dial` reaches.
public sealed interface Noun {
    Element at();

    record Phone(String number, Element at) implements Noun {}

    record Client(String identity, Element at) implements Noun {}

    record Sip(String uri, Element at) implements Noun {}

    record Conference(String name, Element at) implements Noun {}

    record Queue(String name, Element at) implements Noun {}
}
