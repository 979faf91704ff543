package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.twiml.Noun;
import io.trunkline.simulator.twiml.Verb;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;

/// `Dial` of a `Queue`: takes out the one who waits longest.
final class QueueDialling {
    private final Script script;

    QueueDialling(Script script) {
        this.script = script;
    }

    /// Waits for somebody in the queue until the timeout, then talks with them.
    Outcome dial(Verb.Dial dial, Noun.Queue noun) {
        var queue = script.exchange().queues().named(noun.name());
        script.at("Dial", "queue " + queue.name(), Sound.RINGBACK);
        var until = script.now().plusSeconds(dial.at().number("timeout", 30));
        var taken = queue.takeFirst(script.call());
        while (taken.isEmpty() && script.now().isBefore(until)) {
            var pause = script.rest(Duration.ofMillis(250)); // nobody waits yet
            if (!(pause instanceof Outcome.Next)) {
                return pause;
            }
            taken = queue.takeFirst(script.call());
        }
        if (taken.isEmpty()) {
            return script.action(dial.at(), Talk.result(CallStatus.NO_ANSWER, "", 0));
        }
        return talkWith(dial, noun, taken.get());
    }

    private Outcome talkWith(Verb.Dial dial, Noun.Queue noun, WaitQueue.Entry entry) {
        var other = entry.call();
        var greeting = new Hook(noun.at().text("url"), noun.at().text("method", "POST")).relativeTo(script.document());
        var fields = new Form()
                .put("QueueTime", entry.waited(script.now()).toSeconds())
                .put("DequeingCallSid", script.call().sid());
        other.mail(new Event.Bridged(script.call(), Source.ask(greeting, fields)));
        script.call().peer(other);
        script.at("Dial", other.from(), Sound.TALK);
        var talk = new Talk(script, dial.at());
        var recording = talk.record();
        var end = talk.with(other);
        script.call().peer(null);
        other.mail(new Event.BridgeEnded(script.call()));
        recording.forEach(script.exchange().recordings()::stop);
        return Talk.gone(end) ? end : script.action(dial.at(), Talk.result(CallStatus.COMPLETED, other.sid(), 0));
    }
}
