package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.twiml.Noun;
import io.trunkline.simulator.twiml.Twiml;
import io.trunkline.simulator.twiml.Verb;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// `Dial` of a `Conference`: waits for its start, talks, is put on hold, until the call leaves or the room ends.
final class Meeting {
    private static final Set<Class<? extends Event>> MINDED =
            Set.of(Event.Changed.class, Event.Removed.class, Event.Digit.class);
    private static final int MUSIC_ONLY = 13238;

    private final Script script;

    Meeting(Script script) {
        this.script = script;
    }

    Outcome meet(Verb.Dial dial, Noun.Conference noun) {
        var terms = Terms.of(noun.at(), script.document());
        var began = script.now();
        if (!terms.coached().isEmpty() && coached(noun.name(), terms.coached())) {
            return script.action(dial.at(), result("failed", began)); // 13240
        }
        var room = script.exchange().conferences().join(noun.name(), script.call(), terms);
        if (room.isEmpty()) {
            return script.action(dial.at(), result("failed", began));
        }
        script.call().keypad().listen(script.call().mailbox());
        var end = script.minding(MINDED, () -> stay(dial, room.get(), terms));
        script.call().keypad().deaf();
        script.exchange().conferences().leave(script.call(), reason(end));
        if (end instanceof Outcome.Stopped(Event.HungUp _) || end instanceof Outcome.Stopped(Event.Redirected _)) {
            return end;
        }
        return script.action(
                dial.at(),
                result("completed", began).put("ConferenceSid", room.get().sid()));
    }

    private boolean coached(String name, String sid) {
        return script.exchange()
                .conferences()
                .find(name)
                .flatMap(r -> r.find(sid))
                .isEmpty();
    }

    private static String reason(Outcome end) {
        return end instanceof Outcome.Stopped(Event.Redirected _)
                ? "participant_updated_via_api"
                : "participant_hung_up";
    }

    private Form result(String status, Instant began) {
        return new Form()
                .put("DialCallStatus", status)
                .put("DialCallDuration", Duration.between(began, script.now()).toSeconds());
    }

    private Outcome stay(Verb.Dial dial, Conference room, Terms terms) {
        while (true) {
            var member = room.find(script.call().sid());
            if (member.isEmpty()) {
                return Outcome.NEXT;
            }
            var outcome = listen(room, member.get(), terms);
            if (outcome instanceof Outcome.Stopped(Event.Digit digit) && isStar(dial, digit)) {
                return Outcome.NEXT;
            }
            if (ends(outcome)) {
                return outcome;
            }
        }
    }

    private static boolean isStar(Verb.Dial dial, Event.Digit digit) {
        return digit.key() == '*' && dial.at().flag("hangupOnStar", false);
    }

    private static boolean ends(Outcome outcome) {
        return outcome instanceof Outcome.Failed
                || outcome instanceof Outcome.Stopped(Event.HungUp _)
                || outcome instanceof Outcome.Stopped(Event.Redirected _);
    }

    private Outcome listen(Conference room, Member member, Terms terms) {
        if (member.held()) {
            return hold(room, member.holdMusic());
        }
        if (room.status() == Conference.Status.INIT) {
            return terms.waiting().isEmpty()
                    ? rest(room, terms.ownWait() ? Sound.SILENCE : Sound.MUSIC)
                    : music(room, terms.waiting());
        }
        return rest(room, Sound.TALK);
    }

    /// Hold music that cannot be had is silence: it must not cost the call its place.
    private Outcome hold(Conference room, Hook hook) {
        if (hook.isEmpty()) {
            return rest(room, Sound.MUSIC);
        }
        var outcome = music(room, hook);
        return outcome instanceof Outcome.Failed ? rest(room, Sound.SILENCE) : outcome;
    }

    /// Once the document has run out of verbs there is silence.
    private Outcome music(Conference room, Hook hook) {
        var fields = new Form().put("ConferenceSid", room.sid()).put("FriendlyName", room.name());
        var outcome = script.loopOnce(Source.ask(hook, fields), Twiml.MUSIC, MUSIC_ONLY);
        return outcome instanceof Outcome.Next ? rest(room, Sound.SILENCE) : outcome;
    }

    private Outcome rest(Conference room, Sound sound) {
        script.at("Conference", room.name(), sound);
        return script.rest(Script.FOR_EVER);
    }
}
