package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.ivr.Instruction;
import io.trunkline.backend.ivr.Turn;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import java.time.Duration;
import java.util.UUID;

/// Writes what is to happen with a call as TwiML. Pure; whatever texts hold, the answer is valid TwiML.
final class TwimlWriter {
    static final String EMPTY = new Twiml().document();
    private static final String POST = "POST";
    private static final String CONFERENCE_EVENTS = "start end join leave mute hold";

    private final Links links;

    TwimlWriter(Links links) {
        this.links = links;
    }

    /// One turn of a flow; `turn` numbers it within its call, `mostWaiting` limits the queue it may lead to.
    String turn(Turn turn, int number, int mostWaiting) {
        var xml = new Twiml();
        for (var instruction : turn.instructions()) {
            switch (instruction) {
                case Instruction.Say say -> say(xml, turn.language(), say.text());
                case Instruction.Ask ask -> ask(xml, turn.language(), ask, number);
                case Instruction.Enqueue enqueue ->
                    enqueue(
                            xml,
                            enqueue.queue(),
                            turn.language(),
                            links.enqueueResult(enqueue.position(), number),
                            mostWaiting);
                case Instruction.HangUp _ -> xml.leaf("Hangup", "");
            }
        }
        return xml.document();
    }

    /// One round of waiting; the carrier asks again when it has been heard.
    String waiting(String language, int place, int seconds) {
        var xml = new Twiml();
        say(xml, language, Phrases.in(language).waiting(place, seconds));
        return xml.leaf("Play", links.music()).document();
    }

    /// What a held contact hears.
    String comfort(String language) {
        var xml = new Twiml();
        say(xml, language, Phrases.in(language).hold());
        return xml.leaf("Play", links.music()).document();
    }

    /// Brings an agent's leg into the interaction's conference; it outlives the agent.
    String agentConference(InteractionId interaction) {
        return conference(interaction, links.agentDone());
    }

    /// Brings the contact's leg into the conference. It outlives the contact too: a transfer takes the contact out
    /// while the next agent may be coming in, and an end on exit would drop that agent.
    String contactConference(InteractionId interaction) {
        return conference(interaction, links.forwarded(interaction));
    }

    /// Lets a contact wait again after an agent.
    String waitAgain(InteractionId interaction, QueueId queue, String language, int mostWaiting) {
        var xml = new Twiml();
        say(xml, language, Phrases.in(language).hold());
        enqueue(xml, queue, language, links.waitedAgain(interaction), mostWaiting);
        return xml.document();
    }

    /// Connects the contact with a number outside.
    String forward(InteractionId interaction, String number, String callerId) {
        return new Twiml()
                .open("Dial", "action", links.forwarded(interaction), "callerId", callerId, "method", POST)
                .leaf("Number", number)
                .close("Dial")
                .document();
    }

    /// Keeps a call alive while we cannot think: music, then the same question again.
    String holdTheLine(String language, String askAgain) {
        var xml = new Twiml();
        say(xml, language, Phrases.in(language).hold());
        return xml.leaf("Play", links.music())
                .leaf("Redirect", askAgain, "method", POST)
                .document();
    }

    /// Rings a colleague's devices, which are told who calls and what the call is named.
    String colleague(UUID call, AgentId caller, String callerName, AgentId colleague, Duration ring) {
        return new Twiml()
                .open(
                        "Dial",
                        "action",
                        links.ofDevice(Links.COLLEAGUE_DONE, call),
                        "answerOnBridge",
                        "true",
                        "method",
                        POST,
                        "timeout",
                        seconds(ring))
                .open(
                        "Client",
                        "statusCallback",
                        links.ofDevice(Links.COLLEAGUE_STATUS, call),
                        "statusCallbackEvent",
                        "answered completed",
                        "statusCallbackMethod",
                        POST)
                .leaf("Identity", colleague.toString())
                .leaf("Parameter", "", "name", "from", "value", caller.toString())
                .leaf("Parameter", "", "name", "name", "value", callerName)
                .leaf("Parameter", "", "name", "call", "value", call.toString())
                .close("Client")
                .close("Dial")
                .document();
    }

    /// Records what somebody says for five seconds, neither more nor less: a device knows by this silence where
    /// our words end and the voice begins. A carrier that heard nothing may go on and hang up.
    String echo(String language, UUID call) {
        var xml = new Twiml();
        say(xml, language, Phrases.in(language).sayNow());
        return xml.leaf(
                        "Record",
                        "",
                        "action",
                        links.ofDevice(Links.ECHO, call),
                        "maxLength",
                        "5",
                        "method",
                        POST,
                        "playBeep",
                        "true",
                        "recordingStatusCallback",
                        links.ofDevice(Links.ECHO_RECORDING, call),
                        "recordingStatusCallbackEvent",
                        "completed",
                        "recordingStatusCallbackMethod",
                        POST,
                        "timeout",
                        "5",
                        "trim",
                        "do-not-trim")
                .leaf("Hangup", "")
                .document();
    }

    /// Plays what was recorded, after a pause: right after recording it may not be there yet.
    String echoed(UUID call, String recording) {
        return new Twiml()
                .leaf("Pause", "", "length", "2")
                .leaf("Play", recording)
                .leaf("Redirect", links.ofDevice(Links.ECHO_DONE, call), "method", POST)
                .document();
    }

    /// Says a text and hangs up.
    static String goodbye(String language, String text) {
        var xml = new Twiml();
        say(xml, language, text);
        return xml.leaf("Hangup", "").document();
    }

    static String hangUp() {
        return new Twiml().leaf("Hangup", "").document();
    }

    private String conference(InteractionId interaction, String action) {
        return new Twiml()
                .open("Dial", "action", action, "method", POST)
                .leaf(
                        "Conference",
                        interaction.toString(),
                        "beep",
                        "false",
                        "endConferenceOnExit",
                        "false",
                        "startConferenceOnEnter",
                        "true",
                        "statusCallback",
                        links.conference(interaction),
                        "statusCallbackEvent",
                        CONFERENCE_EVENTS,
                        "statusCallbackMethod",
                        POST,
                        "waitMethod",
                        POST,
                        "waitUrl",
                        links.comfort("en"))
                .close("Dial")
                .document();
    }

    private void enqueue(Twiml xml, QueueId queue, String language, String action, int mostWaiting) {
        xml.leaf(
                "Enqueue",
                queue.toString(),
                "action",
                action,
                "maxQueueSize",
                Integer.toString(mostWaiting),
                "method",
                POST,
                "waitUrl",
                links.wait(language),
                "waitUrlMethod",
                POST);
    }

    private void ask(Twiml xml, String language, Instruction.Ask ask, int number) {
        var action = links.step(ask.position(), number + 1);
        xml.open(
                "Gather",
                "action",
                action,
                "actionOnEmptyResult",
                "true",
                "finishOnKey",
                ask.endKey() ? "#" : "",
                "input",
                "dtmf",
                "method",
                POST,
                "numDigits",
                Integer.toString(ask.digits()),
                "timeout",
                seconds(ask.patience()));
        say(xml, language, ask.prompt());
        xml.close("Gather").leaf("Redirect", action, "method", POST);
    }

    private static void say(Twiml xml, String language, String text) {
        xml.leaf("Say", text, "language", carrierLanguage(language));
    }

    /// The carrier wants a region with the language.
    private static String carrierLanguage(String language) {
        return switch (language) {
            case "en" -> "en-US";
            case "es" -> "es-ES";
            case "fr" -> "fr-FR";
            case "de" -> "de-DE";
            default -> language;
        };
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
