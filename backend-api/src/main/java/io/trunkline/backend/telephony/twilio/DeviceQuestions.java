package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.telephony.CallSid;
import io.trunkline.backend.telephony.DeviceCallOutcome;
import io.trunkline.backend.telephony.DeviceCalls;
import io.trunkline.backend.telephony.DeviceCalls.Met;
import io.trunkline.model.AgentId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Answers the carrier's questions about calls of agents' devices that are no interaction.
final class DeviceQuestions {
    private static final String LANGUAGE = "en";

    private final DeviceCalls calls;
    private final TwimlWriter writer;

    DeviceQuestions(DeviceCalls calls, Links links) {
        this.calls = calls;
        this.writer = new TwimlWriter(links);
    }

    /// Empty when the device calls in for an interaction.
    Optional<Said> of(Asked asked, Form form) {
        if (!form.first("colleague").isEmpty()) {
            return Optional.of(colleague(asked, form));
        }
        return form.first("echo").equals("1") ? Optional.of(echo(asked, form)) : Optional.empty();
    }

    private Said colleague(Asked asked, Form form) {
        var caller = caller(form);
        var colleague = agent(form.first("colleague"));
        var call = id(form).orElseGet(Ids::next);
        if (caller.isEmpty() || colleague.isEmpty()) {
            return Said.only(TwimlWriter.hangUp());
        }
        return Said.after(
                () -> twiml(
                        calls.call(asked.tenant(), sid(form), call, caller.get(), colleague.get()),
                        caller.get(),
                        colleague.get()),
                fault());
    }

    private String twiml(Met met, AgentId caller, AgentId colleague) {
        return switch (met) {
            case Met.Ringing ringing ->
                writer.colleague(ringing.call(), caller, ringing.callerName(), colleague, ringing.ring());
            case Met.Busy _ -> goodbye(Phrases.in(LANGUAGE).colleagueBusy());
            case Met.Nobody _ -> TwimlWriter.hangUp();
        };
    }

    Said colleagueDone(Asked asked, Form form) {
        var outcome = outcome(form.first("DialCallStatus"));
        var answer = switch (outcome) {
            case ANSWERED, CANCELED -> TwimlWriter.hangUp();
            case BUSY -> goodbye(Phrases.in(LANGUAGE).colleagueBusy());
            case NO_ANSWER, FAILED -> goodbye(Phrases.in(LANGUAGE).colleagueAway());
        };
        return told(form, call -> calls.ended(asked.tenant(), call, outcome), answer);
    }

    private Said echo(Asked asked, Form form) {
        var caller = caller(form);
        if (caller.isEmpty()) {
            return Said.only(TwimlWriter.hangUp());
        }
        return Said.after(
                () -> calls.echo(asked.tenant(), sid(form), caller.get())
                        .map(call -> writer.echo(LANGUAGE, call))
                        .orElseGet(TwimlWriter::hangUp),
                fault());
    }

    Said echoed(Asked asked, Form form) {
        var url = form.first("RecordingUrl");
        var call = id(form);
        if (url.isEmpty() || call.isEmpty()) {
            return Said.only(TwimlWriter.hangUp());
        }
        return told(
                form,
                known -> calls.recorded(asked.tenant(), known, form.first("RecordingSid")),
                writer.echoed(call.get(), url));
    }

    Said echoDone(Asked asked, Form form) {
        return told(form, call -> calls.ended(asked.tenant(), call, DeviceCallOutcome.ANSWERED), TwimlWriter.hangUp());
    }

    private static Said told(Form form, Consumer<UUID> work, String answer) {
        var call = id(form);
        return Said.after(
                () -> {
                    call.ifPresent(work);
                    return answer;
                },
                answer);
    }

    private static DeviceCallOutcome outcome(String status) {
        return switch (status) {
            case "completed", "answered" -> DeviceCallOutcome.ANSWERED;
            case "busy" -> DeviceCallOutcome.BUSY;
            case "no-answer" -> DeviceCallOutcome.NO_ANSWER;
            case "canceled" -> DeviceCallOutcome.CANCELED;
            default -> DeviceCallOutcome.FAILED;
        };
    }

    private static String goodbye(String text) {
        return TwimlWriter.goodbye(LANGUAGE, text);
    }

    private static String fault() {
        return goodbye(Phrases.in(LANGUAGE).fault());
    }

    private static CallSid sid(Form form) {
        return new CallSid(form.first("CallSid"));
    }

    /// Who calls is what the carrier read in the device's token, never what the device says.
    private static Optional<AgentId> caller(Form form) {
        return agent(form.first("From").replaceFirst("^client:", ""));
    }

    private static Optional<AgentId> agent(String text) {
        return uuid(text).map(AgentId::new);
    }

    private static Optional<UUID> id(Form form) {
        return uuid(form.first("call"));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
