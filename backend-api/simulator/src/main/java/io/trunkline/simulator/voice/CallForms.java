package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.webhook.Form;
import java.time.Instant;
import java.util.List;

/// The fields of every request about a call, the empty ones included.
final class CallForms {
    private static final List<String> SIDES = List.of("From", "To", "Caller", "Called");

    private final Account account;

    CallForms(Account account) {
        this.account = account;
    }

    Form of(Call call) {
        var form = new Form()
                .put("AccountSid", account.sid())
                .put("ApiVersion", "2010-04-01")
                .put("CallSid", call.sid())
                .put("CallStatus", call.status().wire())
                .put("Direction", call.direction().wire())
                .put("From", call.from())
                .put("To", call.to())
                .put("Caller", call.from())
                .put("Called", call.to());
        for (var side : SIDES) {
            form.put(side + "City", "")
                    .put(side + "State", "")
                    .put(side + "Zip", "")
                    .put(side + "Country", "US");
        }
        call.parent().ifPresent(p -> form.put("ParentCallSid", p.sid()));
        return form.with(call.extra());
    }

    Form status(Call call, Instant now) {
        var form = of(call).put("Timestamp", Times.text(now))
                .put("CallbackSource", "call-progress-events")
                .put("SequenceNumber", call.nextSequence());
        if (call.status().ended()) {
            form.put("CallDuration", call.seconds()).put("Duration", (call.seconds() + 59) / 60);
            form.put("SipResponseCode", sip(call.status()));
        }
        return form;
    }

    private static int sip(CallStatus status) {
        return switch (status) {
            case BUSY -> 486;
            case NO_ANSWER, CANCELED -> 487;
            case FAILED -> 404;
            case QUEUED, INITIATED, RINGING, IN_PROGRESS, COMPLETED -> 200;
        };
    }
}
