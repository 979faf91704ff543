package io.trunkline.simulator.voice;

/// What a leg is given to hear.
public sealed interface Sound {
    Sound SILENCE = new Silence();
    Sound RINGBACK = new Ringback();
    Sound TALK = new Talk();
    Sound MUSIC = new Music("");

    record Silence() implements Sound {}

    record Ringback() implements Sound {}

    /// Music from somewhere.
    ///
    /// @param url empty for the carrier's own music
    record Music(String url) implements Sound {}

    record Prompt(String text) implements Sound {}

    /// Whoever it is connected with.
    record Talk() implements Sound {}
}
