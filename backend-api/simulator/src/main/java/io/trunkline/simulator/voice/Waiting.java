package io.trunkline.simulator.voice;

import io.trunkline.simulator.twiml.Element;
import io.trunkline.simulator.twiml.Twiml;
import io.trunkline.simulator.twiml.Verb;
import io.trunkline.simulator.webhook.Form;
import java.util.Set;

/// `Enqueue`: waits in a queue to the sound of its waitUrl until somebody dials the queue, the call is sent elsewhere,
/// leaves or hangs up. Whatever happens, `action` hears of it with a `QueueResult`.
final class Waiting {
    private final Script script;

    Waiting(Script script) {
        this.script = script;
    }

    Outcome enqueue(Verb.Enqueue verb) {
        var at = verb.at();
        var queue = script.exchange().queues().named(verb.queue());
        at.get("maxQueueSize").ifPresent(_ -> queue.most(at.number("maxQueueSize", queue.most())));
        var entry = queue.join(script.call());
        if (entry.isEmpty()) {
            return script.action(
                    at,
                    new Form()
                            .put("QueueResult", "queue-full")
                            .put("QueueTime", 0)
                            .put("QueueSid", queue.sid()));
        }
        script.at("Enqueue", queue.name(), Sound.MUSIC);
        var outcome = script.minding(Set.of(Event.Bridged.class), () -> music(at, queue, entry.get()));
        queue.remove(script.call());
        var taker = queue.taker(script.call());
        if (!(outcome instanceof Outcome.Stopped(Event.Bridged _))) {
            taker.ifPresent(by -> by.mail(new Event.BridgeEnded(script.call()))); // taken, but gone first
        }
        return conclude(at, queue, entry.get(), outcome);
    }

    private Outcome music(Element at, WaitQueue queue, WaitQueue.Entry entry) {
        if (at.text("waitUrl").isBlank()) {
            return script.rest(Script.FOR_EVER);
        }
        var hook = at.hook("waitUrl", "waitUrlMethod").relativeTo(script.document());
        while (true) {
            var source = Source.ask(hook, queue.fields(entry, script.now()));
            var outcome = script.loopOnce(source, Twiml.WAITING, 13233);
            if (!(outcome instanceof Outcome.Next)) {
                return outcome;
            }
        }
    }

    private Outcome conclude(Element at, WaitQueue queue, WaitQueue.Entry entry, Outcome outcome) {
        var fields = new Form()
                .put("QueueSid", queue.sid())
                .put("QueueTime", entry.waited(script.now()).toSeconds());
        var result = result(outcome);
        script.call().waited(new Wait(queue.name(), entry.since(), script.now(), result));
        return switch (outcome) {
            case Outcome.Stopped(Event.Bridged bridged) -> bridged(at, fields, bridged);
            case Outcome.Stopped _, Outcome.Over _ -> told(at, fields, result, outcome);
            case Outcome.Failed _, Outcome.Left _, Outcome.Next _, Outcome.Jump _ ->
                script.action(at, fields.put("QueueResult", result));
        };
    }

    private static String result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stopped(Event.Bridged _) -> "bridged";
            case Outcome.Stopped(Event.Redirected _) -> "redirected";
            case Outcome.Stopped _, Outcome.Over _ -> "hangup";
            case Outcome.Failed _ -> "error";
            case Outcome.Left _, Outcome.Next _, Outcome.Jump _ -> "leave";
        };
    }

    private Outcome told(Element at, Form fields, String result, Outcome outcome) {
        script.tellAction(at, fields.put("QueueResult", result));
        return outcome;
    }

    private Outcome bridged(Element at, Form fields, Event.Bridged bridged) {
        var call = script.call();
        var by = bridged.by();
        if (bridged.greeting() instanceof Source.Ask ask && !ask.hook().isEmpty()) {
            var greeted = script.play(bridged.greeting(), Twiml.MUSIC, 13233);
            if (greeted instanceof Outcome.Stopped) {
                by.mail(new Event.BridgeEnded(call));
                return told(at, fields, "hangup", greeted);
            }
        }
        call.peer(by);
        script.at("Enqueue", "bridged", Sound.TALK);
        var end = script.minding(Set.of(Event.BridgeEnded.class), () -> talk(by));
        call.peer(null);
        by.mail(new Event.BridgeEnded(call));
        fields.put("QueueResult", "bridged");
        if (end instanceof Outcome.Stopped(Event.HungUp _) || end instanceof Outcome.Stopped(Event.Redirected _)) {
            script.tellAction(at, fields);
            return end;
        }
        return script.action(at, fields);
    }

    private Outcome talk(Call with) {
        while (true) {
            var outcome = script.rest(Script.FOR_EVER);
            if (!(outcome instanceof Outcome.Stopped(Event.BridgeEnded gone)) || gone.with() == with) {
                return outcome;
            }
        }
    }
}
