package io.trunkline.simulator.voice;

/// How a verb or a document ended.
sealed interface Outcome {
    Outcome NEXT = new Next();
    Outcome OVER = new Over();
    Outcome LEFT = new Left();

    record Next() implements Outcome {}

    record Jump(Source to) implements Outcome {}

    record Left() implements Outcome {}

    /// The document hangs up.
    record Over() implements Outcome {}

    /// Something happened that the verb in charge must look at.
    record Stopped(Event why) implements Outcome {}

    /// The document could not be had or understood.
    record Failed(int code) implements Outcome {}
}
