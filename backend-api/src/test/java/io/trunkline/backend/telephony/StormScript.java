package io.trunkline.backend.telephony;

import io.trunkline.model.AgentId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// What a carrier tells and asks in an hour, made from a seed: the whole lives of calls that come in and go out, and of
/// texts, in the order in which it all happens.
final class StormScript {
    /// A question is answered with TwiML and comes only after what it follows from was answered. A notice tells of what
    /// has happened. The others are what people here do.
    enum Kind {
        QUESTION,
        NOTICE,
        ACCEPT,
        CALL,
        HANDED_OVER
    }

    /// One thing that is sent. It cannot be sent before the step numbered `after` is done (-1: nothing has to be).
    /// `life` is the caller's leg, or the agent, by which the interaction is found whose id stands in the address.
    record Step(int number, Kind kind, String path, Map<String, String> form, int after, String life) {
        boolean webhook() {
            return kind == Kind.QUESTION || kind == Kind.NOTICE;
        }
    }

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ENQUEUE = "/twilio/voice/enqueue-result?step=sales&turn=1";

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private final List<AgentId> agents = new ArrayList<>();
    private int webhooks;
    private int calls;
    private int messages;
    private int seconds;
    private int last = -1;

    StormScript(long seed, int webhooks) {
        random = new Random(seed);
        while (this.webhooks < webhooks - 40) {
            life(random.nextInt(100));
        }
        while (this.webhooks < webhooks) {
            textIn();
        }
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /// How many of the steps are webhooks.
    int webhooks() {
        return webhooks;
    }

    /// The leg of whoever is dialled under this number.
    static String callSid(String number) {
        return "CAd%031d".formatted(Long.parseLong(number.substring(8)));
    }

    List<AgentId> agents() {
        return List.copyOf(agents);
    }

    private void life(int percent) {
        if (percent < 40) {
            answered(percent % 4 == 0, percent % 5 == 0);
        } else if (percent < 52) {
            abandoned();
        } else if (percent < 58) {
            hungUpInTheMenu();
        } else if (percent < 61) {
            foundTheQueueFull();
        } else if (percent < 65) {
            leftBeforeTheAgentCame();
        } else if (percent < 74) {
            outbound(List.of("initiated", "ringing", "in-progress", "completed"));
        } else if (percent < 78) {
            outbound(List.of("initiated", "ringing", percent % 2 == 0 ? "busy" : "no-answer"));
        } else if (percent < 90) {
            textIn();
        } else {
            textOut(percent % 3 == 0);
        }
    }

    private void answered(boolean held, boolean agentComesBack) {
        var caller = begin();
        status(caller, "ringing", 0, -1);
        queued(caller, random.nextInt(4) == 0);
        status(caller, "in-progress", 1, last);
        var agent = agent();
        act(Kind.ACCEPT, caller.sid, Map.of("agent", agent.toString()));
        var meeting = new Meeting(caller, agent);
        meeting.agentComes(0);
        ask(ENQUEUE, caller.form("QueueResult", "redirected"), caller.sid);
        meeting.told("participant-join", caller.sid);
        meeting.told("conference-start", "");
        meeting.recorded("in-progress");
        if (held) {
            meeting.told("participant-hold", caller.sid);
            meeting.told("participant-unhold", caller.sid);
        }
        if (agentComesBack) {
            meeting.agentGoes(0, true);
            meeting.agentComes(1);
        }
        meeting.ends(agentComesBack ? 1 : 0);
        status(caller, "completed", 2, last);
    }

    private void abandoned() {
        var caller = begin();
        queued(caller, false);
        status(caller, "in-progress", 1, last);
        ask(ENQUEUE, caller.form("QueueResult", "hangup"), caller.sid);
        status(caller, "completed", 2, last);
    }

    private void hungUpInTheMenu() {
        var caller = begin();
        status(caller, "ringing", 0, -1);
        status(caller, "completed", 1, last);
    }

    private void foundTheQueueFull() {
        var caller = begin();
        queued(caller, false);
        ask(ENQUEUE, caller.form("QueueResult", "queue-full"), caller.sid);
        status(caller, "completed", 1, last);
    }

    private void leftBeforeTheAgentCame() {
        var caller = begin();
        queued(caller, false);
        act(Kind.ACCEPT, caller.sid, Map.of("agent", agent().toString()));
        ask(ENQUEUE, caller.form("QueueResult", "hangup"), caller.sid);
        status(caller, "completed", 1, last);
    }

    private void outbound(List<String> states) {
        last = -1;
        var agent = agent();
        var number = "+1415777%04d".formatted(calls++);
        var callee = new Caller(callSid(number), number);
        act(Kind.CALL, agent.toString(), Map.of("agent", agent.toString(), "to", callee.number));
        var meeting = new Meeting(callee, agent);
        meeting.life = agent.toString();
        meeting.agentComes(0);
        for (var at = 0; at < states.size(); at++) {
            var form = new TreeMap<>(callee.form("CallStatus", states.get(at)));
            form.put("SequenceNumber", Integer.toString(at));
            form.put("Direction", "outbound-api");
            tell("/twilio/voice/status?interaction={interaction}&leg={leg}", form, last, meeting.life);
            if (states.get(at).equals("in-progress")) {
                meeting.told("participant-join", callee.sid);
                meeting.recorded("in-progress");
            }
        }
        if (states.contains("completed")) {
            meeting.told("participant-leave", callee.sid);
            meeting.recorded("completed");
        }
        meeting.agentGoes(0, true);
        meeting.told("conference-end", "");
    }

    private void textIn() {
        var sid = "SM%032d".formatted(messages++);
        var form = Map.of(
                "MessageSid",
                sid,
                "From",
                "+1415555%04d".formatted(random.nextInt(120)),
                "To",
                StormCentre.NUMBER,
                "Body",
                "Text number " + messages,
                "NumMedia",
                random.nextInt(8) == 0 ? "1" : "0",
                "MediaUrl0",
                "https://media.example/" + sid,
                "MediaContentType0",
                "image/png");
        tell("/twilio/sms/inbound", form, -1, sid);
    }

    private void textOut(boolean failed) {
        last = -1;
        var sid = "SM%032d".formatted(messages++);
        act(Kind.HANDED_OVER, sid, Map.of("to", "+1415888%04d".formatted(messages)));
        tellOfText(sid, "sent", "", -1);
        tellOfText(sid, failed ? "undelivered" : "delivered", failed ? "30003" : "", last);
        if (!failed && random.nextBoolean()) {
            tellOfText(sid, "read", "", last);
        }
    }

    private void tellOfText(String sid, String state, String error, int after) {
        tell("/twilio/sms/status", Map.of("MessageSid", sid, "MessageStatus", state, "ErrorCode", error), after, sid);
    }

    /// Somebody at the other end of a line.
    private record Caller(String sid, String number) {
        Map<String, String> form(String name, String value) {
            return Map.of(
                    "CallSid",
                    sid,
                    "From",
                    number,
                    "To",
                    StormCentre.NUMBER,
                    "Direction",
                    "inbound",
                    "FromCity",
                    "",
                    "ToCity",
                    "",
                    name,
                    value);
        }
    }

    private Caller begin() {
        last = -1;
        var caller = new Caller("CA%032d".formatted(calls), "+1415555%04d".formatted(random.nextInt(240)));
        calls++;
        ask("/twilio/voice/inbound", caller.form("CallStatus", "ringing"), caller.sid);
        return caller;
    }

    private void queued(Caller caller, boolean afterAMistake) {
        var turn = 1;
        if (afterAMistake) {
            ask("/twilio/voice/step?step=menu&tries=0&turn=1", caller.form("Digits", "7"), caller.sid);
            turn = 2;
        }
        var path = "/twilio/voice/step?step=menu&tries=%d&turn=%d".formatted(turn - 1, turn);
        ask(path, caller.form("Digits", "1"), caller.sid);
        for (var wait = random.nextInt(3); wait > 0; wait--) {
            ask("/twilio/voice/wait?language=en-US", caller.form("QueuePosition", "" + wait), caller.sid);
        }
    }

    private AgentId agent() {
        agents.add(new AgentId(StormCentre.named("agent " + agents.size())));
        return agents.getLast();
    }

    private void status(Caller caller, String state, int sequence, int after) {
        var form = new TreeMap<>(caller.form("CallStatus", state));
        form.put("SequenceNumber", Integer.toString(sequence));
        tell("/twilio/voice/status", form, after, caller.sid);
    }

    /// A conference of somebody outside and an agent.
    private final class Meeting {
        private final Caller caller;
        private final AgentId agent;
        private final String number = "%032d".formatted(calls);
        private String life;
        private int sequence;

        Meeting(Caller caller, AgentId agent) {
            this.caller = caller;
            this.agent = agent;
            this.life = caller.sid;
        }

        private String leg(int which) {
            return "CAa%d%s".formatted(which, caller.sid.substring(4));
        }

        void agentComes(int which) {
            var before = last;
            ask(
                    "/twilio/voice/agent",
                    Map.of("CallSid", leg(which), "From", "client:" + agent, "To", "", "reservation", "{reservation}"),
                    life);
            agentStatus(which, "ringing", 0, before);
            agentStatus(which, "in-progress", 1, last);
            told("participant-join", leg(which));
        }

        void agentGoes(int which, boolean asked) {
            told("participant-leave", leg(which));
            if (asked) {
                ask("/twilio/voice/agent-done", Map.of("CallSid", leg(which), "From", "client:" + agent), life);
            }
            agentStatus(which, "completed", 2, last);
        }

        void ends(int agentLeg) {
            told("participant-leave", caller.sid);
            recorded("completed");
            agentGoes(agentLeg, false);
            told("conference-end", "");
        }

        private void agentStatus(int which, String state, int number, int after) {
            var form = Map.of(
                    "CallSid",
                    leg(which),
                    "From",
                    "client:" + agent,
                    "To",
                    "",
                    "CallStatus",
                    state,
                    "SequenceNumber",
                    "" + number);
            tell("/twilio/voice/status", form, after, life);
        }

        void told(String event, String callSid) {
            var form = Map.of(
                    "ConferenceSid",
                    "CF" + number,
                    "FriendlyName",
                    "{interaction}",
                    "StatusCallbackEvent",
                    event,
                    "CallSid",
                    callSid,
                    "SequenceNumber",
                    Integer.toString(++sequence));
            tell("/twilio/conference?interaction={interaction}", form, last, life);
        }

        void recorded(String state) {
            var done = state.equals("completed");
            var form = Map.of(
                    "RecordingSid",
                    "RE" + number,
                    "CallSid",
                    caller.sid,
                    "RecordingStatus",
                    state,
                    "RecordingUrl",
                    "https://media.example/RE" + number,
                    "RecordingDuration",
                    done ? "42" : "",
                    "RecordingChannels",
                    done ? "1" : "",
                    "RecordingStartTime",
                    time());
            tell("/twilio/recording?interaction={interaction}", form, last, life);
        }
    }

    private void ask(String path, Map<String, String> form, String life) {
        last = add(Kind.QUESTION, path, form, last, life);
    }

    private void tell(String path, Map<String, String> form, int after, String life) {
        add(Kind.NOTICE, path, form, after, life);
    }

    private void act(Kind kind, String life, Map<String, String> what) {
        last = add(kind, "", what, last, life);
    }

    private int add(Kind kind, String path, Map<String, String> form, int after, String life) {
        var whole = new TreeMap<>(form);
        if (kind == Kind.NOTICE) {
            seconds++;
            whole.putIfAbsent("Timestamp", time());
        }
        var step = new Step(steps.size(), kind, path, whole, after, life);
        steps.add(step);
        webhooks += step.webhook() ? 1 : 0;
        return step.number();
    }

    private String time() {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .withLocale(Locale.ROOT)
                .format(NOON.plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    }
}
