package io.trunkline.simulator.voice;

import io.trunkline.simulator.twiml.Noun;
import io.trunkline.simulator.twiml.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `Dial`: rings everybody it names at once and talks with the first who answers; a conference or a queue is entered
/// instead.
final class Dialling {
    private static final Set<Class<? extends Event>> RINGING =
            Set.of(Event.ChildAnswered.class, Event.ChildEnded.class);

    private final Script script;

    Dialling(Script script) {
        this.script = script;
    }

    Outcome dial(Verb.Dial dial) {
        for (var noun : dial.nouns()) {
            if (noun instanceof Noun.Conference conference) {
                return new Meeting(script).meet(dial, conference);
            }
            if (noun instanceof Noun.Queue queue) {
                return new QueueDialling(script).dial(dial, queue);
            }
        }
        return ring(dial);
    }

    private Outcome ring(Verb.Dial dial) {
        var legs = new DialledLegs(script).of(dial);
        script.at("Dial", legs.isEmpty() ? "nobody" : legs.getFirst().to(), Sound.RINGBACK);
        legs.forEach(leg -> script.exchange().departures().ring(leg, null));
        var timeout = Duration.ofSeconds(dial.at().number("timeout", 30)).plusSeconds(5);
        var outcome = script.minding(RINGING, () -> untilAnswered(legs, timeout));
        if (outcome instanceof Outcome.Stopped(Event.ChildAnswered answered)) {
            others(legs, answered.child(), CallStatus.CANCELED);
            return bridge(dial, answered.child());
        }
        var last = legs.isEmpty() ? CallStatus.FAILED : best(legs);
        others(legs, null, outcome instanceof Outcome.Stopped ? CallStatus.CANCELED : CallStatus.NO_ANSWER);
        return outcome instanceof Outcome.Stopped
                ? outcome
                : script.action(
                        dial.at(),
                        Talk.result(last, legs.isEmpty() ? "" : legs.getLast().sid(), 0));
    }

    private static CallStatus best(List<Call> legs) {
        return legs.stream()
                .map(Call::status)
                .filter(CallStatus::ended)
                .findFirst()
                .orElse(CallStatus.NO_ANSWER);
    }

    private Outcome untilAnswered(List<Call> legs, Duration timeout) {
        var until = script.now().plus(timeout);
        while (legs.stream().anyMatch(l -> !l.status().ended())) {
            var outcome = script.rest(Duration.between(script.now(), until));
            if (!(outcome instanceof Outcome.Stopped(Event.ChildEnded _))) {
                return outcome;
            }
        }
        return Outcome.NEXT;
    }

    private void others(List<Call> legs, @Nullable Call but, CallStatus how) {
        for (var leg : legs) {
            if (leg != but) {
                script.exchange().calls().end(leg, how);
            }
        }
    }

    private Outcome bridge(Verb.Dial dial, Call child) {
        var call = script.call();
        script.answer();
        call.peer(child);
        child.peer(call);
        script.exchange().calls().place(child, new Place("Dial", call.sid(), Sound.TALK));
        script.at("Dial", child.to(), Sound.TALK);
        var talk = new Talk(script, dial.at());
        var recording = talk.record();
        var began = script.now();
        var end = talk.with(child);
        call.peer(null);
        child.peer(null);
        if (!child.scripted()) {
            script.exchange().calls().end(child, CallStatus.COMPLETED);
        }
        recording.forEach(script.exchange().recordings()::stop);
        if (Talk.gone(end)) {
            return end;
        }
        var seconds = Duration.between(began, script.now()).toSeconds();
        var fields = Talk.result(CallStatus.COMPLETED, child.sid(), seconds);
        recording.forEach(
                r -> fields.put("RecordingUrl", script.exchange().recordings().url(r))
                        .put("RecordingSid", r.sid()));
        return script.action(dial.at(), fields);
    }
}
