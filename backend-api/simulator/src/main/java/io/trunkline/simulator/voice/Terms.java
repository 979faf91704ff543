package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.twiml.Element;

/// On what terms a call enters a conference.
///
/// @param waiting what is heard until the conference starts; an empty address is silence
/// @param ownWait false for the carrier's own music
record Terms(
        String label,
        boolean muted,
        boolean startsOnEnter,
        boolean endsOnExit,
        String coached,
        int most,
        Hook waiting,
        boolean ownWait,
        Subscription events,
        boolean recorded,
        Subscription recordingEvents) {

    static Terms of(Element at, String document) {
        return new Terms(
                at.text("participantLabel"),
                at.flag("muted", false),
                at.flag("startConferenceOnEnter", true),
                at.flag("endConferenceOnExit", false),
                at.text("coach"),
                Math.clamp(at.number("maxParticipants", 250), 1, 250),
                at.text("waitUrl").isBlank()
                        ? Hook.post("")
                        : at.hook("waitUrl", "waitMethod").relativeTo(document),
                at.get("waitUrl").isPresent(),
                new Subscription(
                        at.hook("statusCallback", "statusCallbackMethod").relativeTo(document),
                        at.words("statusCallbackEvent", "")),
                at.text("record").equals("record-from-start")
                        || at.text("record").equals("true"),
                new Subscription(
                        at.hook("recordingStatusCallback", "recordingStatusCallbackMethod")
                                .relativeTo(document),
                        at.words("recordingStatusCallbackEvent", "completed")));
    }
}
