package io.trunkline.simulator.rest;

import io.trunkline.simulator.webhook.Form;
import java.util.List;
import java.util.Map;

/// A participant added over REST does what a document of this kind would do after the answer.
final class Joining {
    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("Label", "participantLabel"),
            Map.entry("Muted", "muted"),
            Map.entry("StartConferenceOnEnter", "startConferenceOnEnter"),
            Map.entry("EndConferenceOnExit", "endConferenceOnExit"),
            Map.entry("CallSidToCoach", "coach"),
            Map.entry("MaxParticipants", "maxParticipants"),
            Map.entry("WaitUrl", "waitUrl"),
            Map.entry("WaitMethod", "waitMethod"),
            Map.entry("ConferenceStatusCallback", "statusCallback"),
            Map.entry("ConferenceStatusCallbackMethod", "statusCallbackMethod"),
            Map.entry("ConferenceRecord", "record"),
            Map.entry("ConferenceRecordingStatusCallback", "recordingStatusCallback"));

    private Joining() {}

    static String twiml(String name, Form form) {
        var attributes = new StringBuilder();
        ATTRIBUTES.forEach((field, attribute) ->
                form.get(field).ifPresent(v -> attributes.append(" %s=\"%s\"".formatted(attribute, escape(v)))));
        var events = String.join(" ", List.copyOf(form.all("ConferenceStatusCallbackEvent")));
        if (!events.isEmpty()) {
            attributes.append(" statusCallbackEvent=\"").append(escape(events)).append('"');
        }
        return "<Response><Dial><Conference" + attributes + ">" + escape(name) + "</Conference></Dial></Response>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
