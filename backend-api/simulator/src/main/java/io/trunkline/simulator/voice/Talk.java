package io.trunkline.simulator.voice;

import io.trunkline.simulator.twiml.Element;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What `Dial` does once somebody is there: talks, and records it when asked to.
final class Talk {
    private static final Set<Class<? extends Event>> MINDED =
            Set.of(Event.ChildEnded.class, Event.BridgeEnded.class, Event.Digit.class);

    private final Script script;
    private final Element dial;

    Talk(Script script, Element dial) {
        this.script = script;
        this.dial = dial;
    }

    /// Whether the dialling call itself has gone elsewhere.
    static boolean gone(Outcome end) {
        return end instanceof Outcome.Stopped(Event.HungUp _) || end instanceof Outcome.Stopped(Event.Redirected _);
    }

    /// Until either side goes; what is still heard of other legs is of no interest.
    Outcome with(Call other) {
        return script.minding(MINDED, () -> talk(other));
    }

    private Outcome talk(Call with) {
        var until = script.now().plusSeconds(dial.number("timeLimit", 14_400));
        while (true) {
            var outcome = script.rest(Duration.between(script.now(), until));
            var on = switch (outcome) {
                case Outcome.Stopped(Event.Digit digit) -> digit.key() != '*' || !dial.flag("hangupOnStar", false);
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

    List<Recording> record() {
        var how = dial.text("record", "do-not-record");
        if (how.equals("do-not-record") || how.equals("false")) {
            return List.of();
        }
        var told = new Subscription(
                dial.hook("recordingStatusCallback", "recordingStatusCallbackMethod")
                        .relativeTo(script.document()),
                dial.words("recordingStatusCallbackEvent", "completed"));
        var channels = how.endsWith("-dual") ? 2 : 1;
        return List.of(script.exchange()
                .recordings()
                .start(script.call(), RecordingSource.DIAL_VERB, channels, dial.text("recordingTrack", "both"), told));
    }

    static Form result(CallStatus status, String child, long seconds) {
        return new Form()
                .put("DialCallStatus", status.wire())
                .put("DialCallSid", child)
                .put("DialCallDuration", seconds)
                .put("DialBridged", status == CallStatus.COMPLETED);
    }
}
