package io.trunkline.backend.telephony;

import io.trunkline.backend.bench.BackendSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// A steady, modest traffic: callers who press a digit, wait and give up, and people who text. Each webhook is posted
/// at its time whether those before it were answered or not.
final class OutageTraffic {
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(250);
    private static final Duration BETWEEN_TEXTS = Duration.ofMillis(500);
    private static final String STEP = "/twilio/voice/step?step=menu&tries=0&turn=1";

    private enum Kind {
        INBOUND,
        DIGIT,
        WAITING,
        RESULT,
        STATUS,
        TEXT
    }

    private record Due(Duration at, Kind kind, String sid, String path, Map<String, String> form) {}

    /// A webhook that was not answered as the carrier and the contact need it.
    record Wrong(String what, int status, String body) {}

    private final SignedPost carrier;
    private final String prefix;
    private final int calls;
    private final int texts;
    private final List<Due> all;
    private final ConcurrentLinkedQueue<Wrong> wrong = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Duration> waits = new ConcurrentLinkedQueue<>();

    /// `prefix` tells this traffic's calls from any others.
    OutageTraffic(SignedPost carrier, String prefix, Duration length) {
        this.carrier = carrier;
        this.prefix = prefix;
        this.calls = (int) length.dividedBy(BETWEEN_CALLS);
        this.texts = (int) length.dividedBy(BETWEEN_TEXTS);
        this.all = new ArrayList<>();
        for (var call = 0; call < calls; call++) {
            call(BETWEEN_CALLS.multipliedBy(call), callSid(call), "+1415555%04d".formatted(call));
        }
        for (var text = 0; text < texts; text++) {
            text(BETWEEN_TEXTS.multipliedBy(text), textSid(text), "+1415556%04d".formatted(text % 20));
        }
        all.sort(Comparator.comparing(Due::at));
    }

    private void call(Duration at, String sid, String from) {
        var form = Map.of("CallSid", sid, "From", from, "To", BackendSetup.NUMBER, "Direction", "inbound");
        add(at, Kind.INBOUND, sid, "/twilio/voice/inbound", form, "CallStatus", "ringing");
        add(at.plusMillis(1_000), Kind.DIGIT, sid, STEP, form, "Digits", "1");
        add(at.plusMillis(1_100), Kind.WAITING, sid, "/twilio/voice/wait?language=en-US", form, "QueuePosition", "1");
        add(
                at.plusMillis(3_000),
                Kind.RESULT,
                sid,
                "/twilio/voice/enqueue-result?step=wait&turn=1",
                form,
                "QueueResult",
                "hangup");
        add(at.plusMillis(3_000), Kind.STATUS, sid, "/twilio/voice/status", form, "CallStatus", "completed");
    }

    private void text(Duration at, String sid, String from) {
        var form = Map.of("MessageSid", sid, "From", from, "To", BackendSetup.NUMBER, "NumMedia", "0");
        add(at, Kind.TEXT, sid, "/twilio/sms/inbound", form, "Body", "Text " + sid);
    }

    private void add(
            Duration at, Kind kind, String sid, String path, Map<String, String> form, String name, String value) {
        var whole = new TreeMap<>(form);
        whole.put(name, value);
        all.add(new Due(at, kind, sid, path, whole));
    }

    /// Posts everything, each at its time; returns when all of it was answered.
    void run() {
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var due : all) {
                for (var left = left(begun, due); left > 0; left = left(begun, due)) {
                    LockSupport.parkNanos(left);
                }
                threads.execute(() -> post(due));
            }
        }
    }

    private static long left(long begun, Due due) {
        return due.at().toNanos() - (System.nanoTime() - begun);
    }

    private void post(Due due) {
        var answer = carrier.post(due.path(), due.form(), due.sid() + due.kind());
        waits.add(answer.took());
        if (answer.status() != 200 || !answer.body().contains(wanted(due.kind()))) {
            wrong.add(new Wrong(due.toString(), answer.status(), answer.body()));
        }
    }

    /// What a contact needs to hear next; notices need an empty document, which says nothing to them.
    private static String wanted(Kind kind) {
        return switch (kind) {
            case INBOUND -> "<Gather";
            case DIGIT -> "<Enqueue";
            case WAITING -> "<Play";
            case RESULT, STATUS, TEXT -> "<Response></Response>";
        };
    }

    String callSid(int number) {
        return "CA%s%028d".formatted(prefix, number);
    }

    String textSid(int number) {
        return "SM%s%028d".formatted(prefix, number);
    }

    int calls() {
        return calls;
    }

    int texts() {
        return texts;
    }

    int sent() {
        return waits.size();
    }

    Duration slowest() {
        return waits.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    List<Wrong> wrong() {
        return List.copyOf(wrong);
    }
}
