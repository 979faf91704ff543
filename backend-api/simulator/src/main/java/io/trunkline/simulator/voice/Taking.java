package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.twiml.Element;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.util.Set;

/// `Record`: what a caller says after the beep, until a finish key, the longest length or the hang-up.
final class Taking {
    private static final Duration TALK = Duration.ofSeconds(8);
    private static final Duration STEP = Duration.ofMillis(200);

    private final Script script;

    Taking(Script script) {
        this.script = script;
    }

    Outcome take(Element at) {
        var call = script.call();
        script.at("Record", "", Sound.SILENCE);
        var told = new Subscription(
                at.hook("recordingStatusCallback", "recordingStatusCallbackMethod")
                        .relativeTo(script.document()),
                at.words("recordingStatusCallbackEvent", "completed"));
        var recording = script.exchange().recordings().start(call, RecordingSource.RECORD_VERB, 1, "inbound", told);
        var longest = Duration.ofSeconds(at.number("maxLength", 3600));
        call.keypad().listen(call.mailbox());
        call.far().asked(call);
        var end = script.minding(Set.of(Event.Digit.class), () -> talk(at, longest));
        call.keypad().deaf();
        script.exchange().recordings().stop(recording);
        var fields = fields(recording, end);
        if (end instanceof Outcome.Stopped(Event.HungUp _)) {
            script.tellAction(at, fields.put("Digits", "hangup"));
            return end;
        }
        if (end instanceof Outcome.Stopped(Event.Redirected _)) {
            return end;
        }
        var hook = at.get("action").isPresent()
                ? at.hook("action", "method")
                : new Hook(script.document(), at.text("method", "POST"));
        return new Outcome.Jump(Source.ask(hook, fields));
    }

    /// Until so much silence that the caller is done. Whose sound nobody hears is taken to be done after a while.
    private Outcome talk(Element at, Duration longest) {
        var air = script.exchange().air();
        if (!air.isOpen(script.call())) {
            return script.rest(longest.compareTo(TALK) < 0 ? longest : TALK);
        }
        var patience = Duration.ofSeconds(at.number("timeout", 5));
        var until = script.now().plus(longest);
        var lastSound = script.now();
        while (script.now().isBefore(until) && script.now().isBefore(lastSound.plus(patience))) {
            var pause = script.rest(STEP);
            if (!(pause instanceof Outcome.Next)) {
                return pause;
            }
            lastSound = air.speaks(script.call()) ? script.now() : lastSound;
        }
        return Outcome.NEXT;
    }

    private Form fields(Recording recording, Outcome end) {
        var key = end instanceof Outcome.Stopped(Event.Digit digit) ? "" + digit.key() : "";
        return new Form()
                .put("RecordingSid", recording.sid())
                .put("RecordingUrl", script.exchange().recordings().url(recording))
                .put("RecordingDuration", recording.length(script.now()).toSeconds())
                .put("Digits", key);
    }
}
