package io.trunkline.simulator.webhook;

/// What the application said to a question, or that nobody answered.
public sealed interface Answer {
    /// What it answered.
    ///
    /// @param url the address that answered, which relative addresses in the document are resolved against
    record Document(String url, String type, String body) implements Answer {}

    record Nobody(int errorCode) implements Answer {}
}
