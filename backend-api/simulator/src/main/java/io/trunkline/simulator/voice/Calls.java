package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Application;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All calls, and the only place that changes a call's status. An ended call stays ended.
public final class Calls {
    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final Map<String, Call> bySid = new ConcurrentHashMap<>();
    private final Exchange exchange;

    Calls(Exchange exchange) {
        this.exchange = exchange;
    }

    public Optional<Call> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /// Newest first.
    public List<Call> all() {
        return bySid.values().stream()
                .sorted(Comparator.comparing(Call::created).reversed().thenComparing(Call::sid))
                .toList();
    }

    /// Somebody phones a number of the account; empty when it has no such number.
    public Optional<Call> phone(String from, String to, FarEnd far) {
        return exchange.numbers().find(to).map(number -> {
            var application = exchange.numbers().application(number.voiceApplication());
            var status = application.map(Application::status).orElse(number.status());
            var told = new Subscription(status, Set.of("completed"));
            var leg = new Leg(from, to, Direction.INBOUND, null, far, told, new Form());
            return begin(
                    leg,
                    new Source.Ask(
                            application.map(Application::voice).orElse(number.voice()),
                            application.map(Application::voiceFallback).orElse(number.voiceFallback()),
                            new Form()));
        });
    }

    /// A leg that reaches the carrier and asks the application what to do.
    public Call begin(Leg leg, Source source) {
        var call = add(leg, CallStatus.RINGING);
        call.place(new Place("", "", Sound.RINGBACK));
        Script.start(exchange, call, source);
        return call;
    }

    Call add(Leg leg, CallStatus first) {
        var call = new Call(leg, first, exchange.pace().now());
        bySid.put(call.sid(), call);
        log.info("call {} {} {}", call.sid(), call.direction().wire(), first.wire());
        return call;
    }

    boolean move(Call call, CallStatus to) {
        if (!call.advance(to, exchange.pace().now())) {
            return false;
        }
        log.info("call {} {}", call.sid(), to.wire());
        tell(call, to);
        if (to == CallStatus.IN_PROGRESS) {
            call.far().answered(call);
        }
        if (to.ended()) {
            closed(call);
        }
        return true;
    }

    void tell(Call call, CallStatus step) {
        if (call.subscription().wants(step.event())) {
            var form = exchange.forms().status(call, exchange.pace().now());
            exchange.callbacks().tell(call.sid(), call.subscription().hook(), form);
        }
    }

    /// The far end picked up.
    public void answered(Call call) {
        if (call.status() == CallStatus.RINGING && move(call, CallStatus.IN_PROGRESS)) {
            call.parent().ifPresent(p -> p.mail(new Event.ChildAnswered(call)));
            exchange.departures().answered(call);
        }
    }

    /// Ends a call for whatever reason; false when it had ended before.
    public boolean end(Call call, CallStatus how) {
        return move(call, how);
    }

    /// Hangs up as the far end does: a call that was never answered is not completed.
    public boolean hangUp(Call call) {
        var unanswered = call.answered().isEmpty();
        var outbound = call.direction() != Direction.INBOUND;
        return end(call, unanswered ? (outbound ? CallStatus.CANCELED : CallStatus.NO_ANSWER) : CallStatus.COMPLETED);
    }

    private void closed(Call call) {
        call.far().ended(call);
        exchange.conferences().leave(call, "participant_hung_up");
        exchange.queues().forget(call);
        exchange.recordings().ended(call);
        exchange.air().ended(call);
        call.mail(new Event.HungUp());
        call.parent().ifPresent(p -> p.mail(new Event.ChildEnded(call)));
        call.peer().ifPresent(p -> p.mail(new Event.BridgeEnded(call)));
    }

    /// Sends a running call to another document; false when it is not in progress (21220).
    public boolean redirect(Call call, Source to) {
        if (call.status() != CallStatus.IN_PROGRESS) {
            return false;
        }
        log.info("call {} redirected", call.sid());
        if (call.scripted()) {
            call.mail(new Event.Redirected(to));
        } else {
            // a dialled leg follows no document of its own until now, and leaves whoever dialled it
            call.parent().ifPresent(p -> p.mail(new Event.ChildEnded(call)));
            call.peer(null);
            Script.start(exchange, call, to);
        }
        return true;
    }

    /// True when the document listens for keys now; otherwise they wait for the next `Gather`.
    public boolean press(Call call, String keys) {
        var heard = true;
        for (var i = 0; i < keys.length(); i++) {
            heard &= call.keypad().press(new Event.Digit(keys.charAt(i)), call.mailbox());
        }
        return heard;
    }

    public boolean say(Call call, String words) {
        return call.keypad().press(new Event.Spoken(words), call.mailbox());
    }

    /// What the leg hears now: prompts, music, or the legs that speak to it.
    public List<String> hears(Call call) {
        if (call.status().ended()) {
            return List.of();
        }
        return switch (call.place().sound()) {
            case Sound.Silence _ -> List.of();
            case Sound.Ringback _ -> List.of("ringback");
            case Sound.Music music -> List.of(music.url().isEmpty() ? "music" : "music " + music.url());
            case Sound.Prompt prompt -> List.of("prompt " + prompt.text());
            case Sound.Talk _ -> voices(call);
        };
    }

    /// Whether somebody is at the other side: another member of a started conference, or a bridged leg.
    public boolean talks(Call call) {
        if (!(call.place().sound() instanceof Sound.Talk)) {
            return false;
        }
        var room = exchange.conferences().of(call);
        return room.map(r -> r.members().size() > 1).orElse(call.peer().isPresent());
    }

    /// The legs whose voices reach this one now.
    List<Call> speakers(Call call) {
        if (!(call.place().sound() instanceof Sound.Talk)) {
            return List.of();
        }
        var room = exchange.conferences().of(call);
        if (room.isPresent()) {
            return room.get().speakersTo(call);
        }
        return call.peer().filter(p -> !p.far().silent()).stream().toList();
    }

    private List<String> voices(Call call) {
        return speakers(call).stream().map(Call::sid).toList();
    }

    void place(Call call, Place next) {
        call.place(next);
        exchange.recordings().note(call);
        call.far().hears(call);
    }

    static Duration limit(int seconds, int most) {
        return Duration.ofSeconds(Math.clamp(seconds, 1, most));
    }

    static Hook none() {
        return Hook.post("");
    }
}
