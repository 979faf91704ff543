package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.ivr.FlowRunner;
import io.trunkline.backend.ivr.Input;
import io.trunkline.backend.ivr.Instruction;
import io.trunkline.backend.ivr.Position;
import io.trunkline.backend.ivr.Turn;
import io.trunkline.backend.telephony.AgentArrival;
import io.trunkline.backend.telephony.AgentLegs;
import io.trunkline.backend.telephony.CallSid;
import io.trunkline.backend.telephony.Calls;
import io.trunkline.backend.telephony.DeviceCalls;
import io.trunkline.backend.telephony.Directory;
import io.trunkline.backend.telephony.InboundCall;
import io.trunkline.backend.telephony.Line;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import java.util.Optional;
import java.util.function.Function;

/// Answers the carrier's questions about calls. What a flow says is known before anything is written down, so a caller
/// goes on through it even while the database is gone.
final class VoiceQuestions {
    private final Calls calls;
    private final AgentLegs agents;
    private final Directory directory;
    private final DeviceQuestions devices;
    private final Links links;
    private final TwimlWriter writer;

    VoiceQuestions(Calls calls, AgentLegs agents, DeviceCalls devices, Directory directory, Links links) {
        this.calls = calls;
        this.agents = agents;
        this.directory = directory;
        this.links = links;
        this.devices = new DeviceQuestions(devices, links);
        this.writer = new TwimlWriter(links);
    }

    Said of(Asked asked) {
        var form = asked.form();
        return switch (asked.path()) {
            case Links.INBOUND -> inbound(asked, form);
            case Links.STEP -> step(asked, form);
            case Links.WAIT -> waiting(form);
            case Links.COMFORT -> Said.only(writer.comfort(form.first("language")));
            case Links.ENQUEUE_RESULT -> enqueueResult(asked, form);
            case Links.AGENT -> agent(asked, form);
            case Links.COLLEAGUE_DONE -> devices.colleagueDone(asked, form);
            case Links.ECHO -> devices.echoed(asked, form);
            case Links.ECHO_DONE -> devices.echoDone(asked, form);
            case Links.AGENT_DONE, Links.FORWARDED -> Said.only(TwimlWriter.hangUp());
            default -> fallback(form);
        };
    }

    private Said inbound(Asked asked, Form form) {
        return onLine(asked, form, line -> {
            var turn = FlowRunner.begin(line.flow(), asked.at().atZone(line.zone()));
            var twiml = twiml(turn, 0);
            return Said.after(() -> calls.begin(line, call(form), turn, twiml), twiml);
        });
    }

    private Said step(Asked asked, Form form) {
        return onLine(asked, form, line -> {
            var position = new Position(form.first("step"), form.number("tries", 0));
            var input = new Input.Digits(form.first("Digits"));
            var turn = FlowRunner.next(line.flow(), position, input, asked.at().atZone(line.zone()));
            var number = form.number("turn", 1);
            var twiml = twiml(turn, number);
            return Said.after(() -> calls.advance(line, call(form), number, turn, twiml), twiml);
        });
    }

    private Said waiting(Form form) {
        return Said.only(writer.waiting(
                form.first("language"), form.number("QueuePosition", 1), form.number("AvgQueueTime", 0)));
    }

    /// Being brought to an agent is told as a result too, in any order with the joining itself: it changes nothing.
    private Said enqueueResult(Asked asked, Form form) {
        return switch (form.first("QueueResult")) {
            case "redirected", "bridged", "redirected-from-bridged", "leave" -> Said.only(TwimlWriter.EMPTY);
            case "hangup" -> told(() -> calls.left(asked.tenant(), sid(form)), TwimlWriter.EMPTY);
            case "queue-full" -> form.first("interaction").isEmpty() ? full(asked, form) : fullAgain(asked, form);
            default ->
                told(
                        () -> calls.failed(asked.tenant(), sid(form)),
                        TwimlWriter.goodbye("en-US", Phrases.in("en").fault()));
        };
    }

    private Said full(Asked asked, Form form) {
        return onLine(asked, form, line -> {
            var position = new Position(form.first("step"), 0);
            var turn = FlowRunner.next(
                    line.flow(), position, new Input.QueueFull(), asked.at().atZone(line.zone()));
            var number = form.number("turn", 0);
            var twiml = twiml(turn, number);
            return Said.after(() -> calls.overflowed(line, call(form), number, turn, twiml), twiml);
        });
    }

    private Said fullAgain(Asked asked, Form form) {
        return told(
                () -> calls.overflowedAgain(asked.tenant(), InteractionId.of(form.first("interaction"))),
                TwimlWriter.goodbye("en-US", Phrases.in("en").full()));
    }

    private Said agent(Asked asked, Form form) {
        return devices.of(asked, form).orElseGet(() -> arriving(asked, form));
    }

    private Said arriving(Asked asked, Form form) {
        var arrival = arrival(form);
        if (arrival.isEmpty()) {
            return Said.only(TwimlWriter.hangUp());
        }
        return Said.after(
                () -> agents.arrive(asked.tenant(), arrival.get())
                        .map(writer::agentConference)
                        .orElseGet(TwimlWriter::hangUp),
                writer.holdTheLine("en", links.again(asked.pathAndQuery())));
    }

    /// Our own answer did not reach the carrier in time: the same question is asked again after some music.
    private Said fallback(Form form) {
        var failed = form.first("ErrorUrl");
        return Said.only(writer.holdTheLine("en", links.ours(failed) ? failed : links.inbound()));
    }

    private Said onLine(Asked asked, Form form, Function<Line, Said> known) {
        return directory
                .line(form.first("To"))
                .filter(line -> line.tenant().equals(asked.tenant()))
                .filter(Line::answers)
                .map(known)
                .orElseGet(() ->
                        Said.only(TwimlWriter.goodbye("en-US", Phrases.in("en").unknownNumber())));
    }

    private String twiml(Turn turn, int number) {
        var most = turn.last() instanceof Instruction.Enqueue enqueue ? directory.mostWaiting(enqueue.queue()) : 0;
        return writer.turn(turn, number, most);
    }

    private static Said told(Runnable work, String answer) {
        return Said.after(
                () -> {
                    work.run();
                    return answer;
                },
                answer);
    }

    private static InboundCall call(Form form) {
        return new InboundCall(sid(form), form.first("From"), form.first("To"));
    }

    private static CallSid sid(Form form) {
        return new CallSid(form.first("CallSid"));
    }

    private static Optional<AgentArrival> arrival(Form form) {
        try {
            var identity = form.first("From").replaceFirst("^client:", "");
            return Optional.of(
                    new AgentArrival(sid(form), AgentId.of(identity), ReservationId.of(form.first("reservation"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
