package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.twiml.Noun;
import io.trunkline.simulator.twiml.Verb;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `Dial`: rings everybody it names at once and talks with the first who answers; a conference or a queue is entered
/// instead.
final class Dialling {
    private static final Set<Class<? extends Event>> RINGING =
            Set.of(Event.ChildAnswered.class, Event.ChildEnded.class);
    private static final Set<Class<? extends Event>> TALKING =
            Set.of(Event.ChildEnded.class, Event.BridgeEnded.class, Event.Digit.class);

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
                return queue(dial, queue);
            }
        }
        return ring(dial);
    }

    private Outcome ring(Verb.Dial dial) {
        var legs = legs(dial);
        script.at("Dial", legs.isEmpty() ? "nobody" : legs.getFirst().to(), Sound.RINGBACK);
        legs.forEach(leg -> script.exchange().departures().ring(leg, null));
        var timeout = Duration.ofSeconds(dial.at().number("timeout", 30)).plusSeconds(5);
        var outcome = script.minding(RINGING, () -> untilAnswered(legs, timeout));
        if (outcome instanceof Outcome.Stopped(Event.ChildAnswered answered)) {
            others(legs, answered.child());
            return bridge(dial, answered.child());
        }
        var last = legs.isEmpty() ? CallStatus.FAILED : best(legs);
        others(legs, null);
        return outcome instanceof Outcome.Stopped
                ? outcome
                : script.action(
                        dial.at(),
                        result(last, legs.isEmpty() ? "" : legs.getLast().sid(), 0));
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

    private void others(List<Call> legs, @Nullable Call but) {
        for (var leg : legs) {
            if (leg != but) {
                script.exchange().calls().end(leg, but == null ? CallStatus.NO_ANSWER : CallStatus.CANCELED);
            }
        }
    }

    private List<Call> legs(Verb.Dial dial) {
        var legs = new ArrayList<Call>();
        for (var noun : dial.nouns()) {
            var to = address(noun);
            var devices = script.exchange().directory().reach(to);
            for (var far : devices.isEmpty() ? List.<FarEnd>of(Nobody.HERE) : devices) {
                legs.add(leg(dial, noun, to, far));
            }
        }
        return List.copyOf(legs);
    }

    private Call leg(Verb.Dial dial, Noun noun, String to, FarEnd far) {
        var at = noun.at();
        var told = new Subscription(
                at.hook("statusCallback", "statusCallbackMethod").relativeTo(script.document()),
                at.words("statusCallbackEvent", "completed"));
        var from = dial.at().text("callerId", script.call().from());
        var extra = new Form();
        at.children().stream()
                .filter(c -> c.name().equals("Parameter"))
                .forEach(c -> extra.put(c.text("name"), c.text("value")));
        var leg = new Leg(from, to, Direction.OUTBOUND_DIAL, script.call(), far, told, extra);
        var call = script.exchange().calls().add(leg, CallStatus.INITIATED);
        script.exchange().calls().tell(call, CallStatus.INITIATED);
        return call;
    }

    private static String address(Noun noun) {
        return switch (noun) {
            case Noun.Phone number -> number.number();
            case Noun.Client client -> "client:" + client.identity();
            case Noun.Sip sip -> sip.uri().startsWith("sip:") ? sip.uri() : "sip:" + sip.uri();
            case Noun.Conference conference -> conference.name();
            case Noun.Queue queue -> queue.name();
        };
    }

    private Outcome bridge(Verb.Dial dial, Call child) {
        var call = script.call();
        script.answer();
        call.peer(child);
        child.peer(call);
        script.exchange().calls().place(child, new Place("Dial", call.sid(), Sound.TALK));
        script.at("Dial", child.to(), Sound.TALK);
        var recording = record(dial);
        var began = script.now();
        var limit = Duration.ofSeconds(dial.at().number("timeLimit", 14_400));
        var end = script.minding(TALKING, () -> talk(dial, limit, child));
        call.peer(null);
        child.peer(null);
        if (!child.scripted()) {
            script.exchange().calls().end(child, CallStatus.COMPLETED);
        }
        recording.forEach(script.exchange().recordings()::stop);
        if (end instanceof Outcome.Stopped(Event.HungUp _) || end instanceof Outcome.Stopped(Event.Redirected _)) {
            return end;
        }
        var seconds = Duration.between(began, script.now()).toSeconds();
        var fields = result(CallStatus.COMPLETED, child.sid(), seconds);
        recording.forEach(
                r -> fields.put("RecordingUrl", script.exchange().recordings().url(r))
                        .put("RecordingSid", r.sid()));
        return script.action(dial.at(), fields);
    }

    /// Until either side goes; what is still heard of other legs is of no interest.
    private Outcome talk(Verb.Dial dial, Duration limit, Call with) {
        var until = script.now().plus(limit);
        while (true) {
            var outcome = script.rest(Duration.between(script.now(), until));
            var on = switch (outcome) {
                case Outcome.Stopped(Event.Digit digit) ->
                    digit.key() != '*' || !dial.at().flag("hangupOnStar", false);
                case Outcome.Stopped(Event.ChildEnded gone) -> gone.child() != with;
                case Outcome.Stopped(Event.BridgeEnded gone) -> gone.with() != with;
                case Outcome.Stopped _,
                        Outcome.Next _,
                        Outcome.Jump _,
                        Outcome.Left _,
                        Outcome.Over _,
                        Outcome.Failed _ -> false;
            };
            if (!on) {
                return outcome;
            }
        }
    }

    private List<Recording> record(Verb.Dial dial) {
        var how = dial.at().text("record", "do-not-record");
        if (how.equals("do-not-record") || how.equals("false")) {
            return List.of();
        }
        var told = new Subscription(
                dial.at()
                        .hook("recordingStatusCallback", "recordingStatusCallbackMethod")
                        .relativeTo(script.document()),
                dial.at().words("recordingStatusCallbackEvent", "completed"));
        var channels = how.endsWith("-dual") ? 2 : 1;
        return List.of(script.exchange()
                .recordings()
                .start(
                        script.call(),
                        RecordingSource.DIAL_VERB,
                        channels,
                        dial.at().text("recordingTrack", "both"),
                        told));
    }

    private static Form result(CallStatus status, String child, long seconds) {
        return new Form()
                .put("DialCallStatus", status.wire())
                .put("DialCallSid", child)
                .put("DialCallDuration", seconds)
                .put("DialBridged", status == CallStatus.COMPLETED);
    }

    /// Waits for somebody in the queue until the timeout, then talks with them.
    private Outcome queue(Verb.Dial dial, Noun.Queue noun) {
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
            return script.action(dial.at(), result(CallStatus.NO_ANSWER, "", 0));
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
        var recording = record(dial);
        var end = script.minding(
                TALKING, () -> talk(dial, Duration.ofSeconds(dial.at().number("timeLimit", 14_400)), other));
        script.call().peer(null);
        other.mail(new Event.BridgeEnded(script.call()));
        recording.forEach(script.exchange().recordings()::stop);
        var gone = end instanceof Outcome.Stopped(Event.HungUp _) || end instanceof Outcome.Stopped(Event.Redirected _);
        return gone ? end : script.action(dial.at(), result(CallStatus.COMPLETED, other.sid(), 0));
    }
}
