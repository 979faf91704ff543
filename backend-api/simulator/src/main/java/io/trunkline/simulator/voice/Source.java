package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.webhook.Form;

/// Where a call's next document comes from.
public sealed interface Source {
    /// Asked of the application; `extra` fields go along.
    record Ask(Hook hook, Hook fallback, Form extra) implements Source {}

    record Inline(String twiml) implements Source {}

    static Source ask(Hook hook) {
        return new Ask(hook, Hook.post(""), new Form());
    }

    static Source ask(Hook hook, Form extra) {
        return new Ask(hook, Hook.post(""), extra);
    }
}
