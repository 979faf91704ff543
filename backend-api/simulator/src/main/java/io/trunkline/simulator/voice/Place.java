package io.trunkline.simulator.voice;

/// Where a call is in its document and what it is given to hear there.
///
/// @param verb the verb at work, empty before the first
/// @param detail its name or text
public record Place(String verb, String detail, Sound sound) {
    static final Place NOWHERE = new Place("", "", Sound.SILENCE);

    Place with(Sound next) {
        return new Place(verb, detail, next);
    }
}
