package io.trunkline.simulator.twiml;

import io.trunkline.simulator.account.Hook;
import java.util.List;

/// What a document can ask of the carrier. Attributes that are read in one place stay in the [Element].
public sealed interface Verb {
    record Say(String text, int loop) implements Verb {}

    record Play(String url, String digits, int loop) implements Verb {}

    record Pause(int seconds) implements Verb {}

    record Gather(Element at, List<Verb> prompts) implements Verb {}

    /// `Record`
    record Take(Element at) implements Verb {}

    record Enqueue(String queue, Element at) implements Verb {}

    record Leave() implements Verb {}

    record Redirect(Hook to) implements Verb {}

    record Hangup() implements Verb {}

    record Reject(String reason) implements Verb {}

    record Dial(Element at, List<Noun> nouns) implements Verb {}

    record Start(List<Element> nouns) implements Verb {}

    record Stop(List<Element> nouns) implements Verb {}

    record Refer(Element at) implements Verb {}

    /// Outgoing text, in a document that answers a message.
    record Message(String body, List<String> media, Element at) implements Verb {}

    /// Understood, without effect here: `Connect`, `Pay`, `Prompt` and others.
    record Ignored(String name) implements Verb {}
}
