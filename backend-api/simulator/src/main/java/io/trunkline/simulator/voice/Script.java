package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.twiml.BadTwiml;
import io.trunkline.simulator.twiml.Element;
import io.trunkline.simulator.twiml.Twiml;
import io.trunkline.simulator.twiml.Verb;
import io.trunkline.simulator.webhook.Answer;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the documents of one call, verb by verb, on a thread of its own.
///
/// What happens meanwhile arrives in the call's mailbox; `rest` returns early only for events the verb in charge said
/// it looks at, everything else is of no consequence to it.
final class Script {
    static final Set<Class<? extends Event>> ALWAYS = Set.of(Event.HungUp.class, Event.Redirected.class);
    static final Duration FOR_EVER = Duration.ofHours(4);

    private static final Logger log = LoggerFactory.getLogger(Script.class);

    private final Exchange exchange;
    private final Call call;
    private final Verbs verbs;
    private Set<Class<? extends Event>> stops = ALWAYS;
    private String document = "";
    private long tickets;

    private Script(Exchange exchange, Call call) {
        this.exchange = exchange;
        this.call = call;
        this.verbs = new Verbs(this);
    }

    static void start(Exchange exchange, Call call, Source first) {
        call.scripted(true);
        exchange.pace().run(() -> new Script(exchange, call).follow(first));
    }

    /// Presses keys for the answered leg before its document is asked for, as `SendDigits` does.
    static void startPressing(Exchange exchange, Call call, String digits, Source first) {
        call.scripted(true);
        exchange.pace().run(() -> new Script(exchange, call).press(digits, first));
    }

    private void press(String digits, Source first) {
        if (verbs.play(new Verb.Play("", digits, 1)) instanceof Outcome.Stopped(Event.HungUp _)) {
            return;
        }
        follow(first);
    }

    private void follow(Source first) {
        var next = Optional.of(first);
        while (next.isPresent()) {
            next = after(play(next.get(), null, 12200));
        }
        exchange.calls().end(call, CallStatus.COMPLETED);
    }

    private Optional<Source> after(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Jump jump -> Optional.of(jump.to());
            case Outcome.Stopped(Event.Redirected redirected) -> Optional.of(redirected.to());
            case Outcome.Failed failed -> apologise(failed.code());
            case Outcome.Stopped _, Outcome.Next _, Outcome.Over _, Outcome.Left _ -> Optional.empty();
        };
    }

    /// What the carrier says when an application fails it, before it hangs up.
    private Optional<Source> apologise(int code) {
        log.warn("call {} error {}", call.sid(), code);
        answer();
        at("Error", "" + code, new Sound.Prompt("an application error has occurred"));
        rest(Duration.ofSeconds(3));
        return Optional.empty();
    }

    /// @param allowed the verbs that may stand in this document, null for all
    Outcome play(Source source, @Nullable Set<Class<? extends Verb>> allowed, int code) {
        return switch (source) {
            case Source.Inline inline -> perform(inline.twiml(), allowed, code);
            case Source.Ask ask -> {
                var hook = ask.hook().relativeTo(document);
                yield switch (ask(hook, ask.fallback(), ask.extra())) {
                    case Asked.Got(Answer.Document got) -> {
                        document = got.url();
                        yield got.type().startsWith("audio/")
                                ? verbs.play(new Verb.Play(got.url(), "", 1))
                                : perform(got.body(), allowed, code);
                    }
                    case Asked.Got(Answer.Nobody nobody) -> new Outcome.Failed(nobody.errorCode());
                    case Asked.Interrupted interrupted -> new Outcome.Stopped(interrupted.why());
                };
            }
        };
    }

    private sealed interface Asked {
        record Got(Answer answer) implements Asked {}

        record Interrupted(Event why) implements Asked {}
    }

    /// Asks on another thread, so that a hang-up or a redirect does not wait for a slow application.
    private Asked ask(Hook hook, Hook fallback, Form extra) {
        var ticket = ++tickets;
        var form = exchange.forms().of(call).with(extra);
        exchange.pace()
                .run(() ->
                        call.mail(new Event.Answered(ticket, exchange.webhooks().ask(hook, fallback, form))));
        while (true) {
            var event = call.mailbox().next(exchange.pace(), FOR_EVER).orElseGet(Event.HungUp::new);
            if (event instanceof Event.Answered(long mine, Answer answer) && mine == ticket) {
                return new Asked.Got(answer);
            }
            if (stops.contains(event.getClass())) {
                return new Asked.Interrupted(event);
            }
        }
    }

    private Outcome perform(String twiml, @Nullable Set<Class<? extends Verb>> allowed, int code) {
        try {
            return perform(allowed == null ? Twiml.read(twiml) : Twiml.read(twiml, allowed, code));
        } catch (BadTwiml e) {
            log.warn("call {} bad document: {} {}", call.sid(), e.code(), e.getMessage());
            return new Outcome.Failed(e.code());
        }
    }

    Outcome perform(List<Verb> list) {
        for (var verb : list) {
            var outcome = verbs.perform(verb);
            if (!(outcome instanceof Outcome.Next)) {
                return outcome;
            }
        }
        return Outcome.NEXT;
    }

    /// Plays a document and whatever it jumps to, until it runs out of verbs.
    Outcome loopOnce(Source first, Set<Class<? extends Verb>> allowed, int code) {
        var next = first;
        while (true) {
            var began = now();
            var outcome = play(next, allowed, code);
            if (Duration.between(began, now()).toMillis() < 500 && goesOn(outcome)) {
                var pause = rest(Duration.ofSeconds(1)); // a document without sound must not spin
                if (!(pause instanceof Outcome.Next)) {
                    return pause;
                }
            }
            if (!(outcome instanceof Outcome.Jump jump)) {
                return outcome;
            }
            next = jump.to();
        }
    }

    private static boolean goesOn(Outcome outcome) {
        return outcome instanceof Outcome.Next || outcome instanceof Outcome.Jump;
    }

    /// Does something with further events that end a rest.
    Outcome minding(Set<Class<? extends Event>> more, Supplier<Outcome> what) {
        var before = stops;
        var all = new HashSet<Class<? extends Event>>(before);
        all.addAll(more);
        stops = Set.copyOf(all);
        try {
            return what.get();
        } finally {
            stops = before;
        }
    }

    Outcome rest(Duration time) {
        var until = now().plus(time);
        while (true) {
            var left = Duration.between(now(), until);
            if (!left.isPositive()) {
                return Outcome.NEXT;
            }
            var event = call.mailbox().next(exchange.pace(), left);
            if (event.isPresent() && stops.contains(event.get().getClass())) {
                return new Outcome.Stopped(event.get());
            }
        }
    }

    /// Goes on at the verb's `action` with these fields, or with the next verb when it has none.
    Outcome action(Element at, Form fields) {
        return at.get("action")
                .<Outcome>map(a -> new Outcome.Jump(Source.ask(at.hook("action", "method"), fields)))
                .orElse(Outcome.NEXT);
    }

    /// Tells the verb's `action` without minding the answer, as for a call that has gone elsewhere.
    void tellAction(Element at, Form fields) {
        if (at.get("action").isPresent()) {
            var hook = at.hook("action", "method").relativeTo(document);
            var form = exchange.forms().of(call).with(fields);
            exchange.pace().run(() -> exchange.webhooks().ask(hook, Calls.none(), form));
        }
    }

    void answer() {
        if (call.direction() == Direction.INBOUND) {
            exchange.calls().move(call, CallStatus.IN_PROGRESS);
        }
    }

    void at(String verb, String detail, Sound sound) {
        exchange.calls().place(call, new Place(verb, detail, sound));
    }

    Call call() {
        return call;
    }

    Exchange exchange() {
        return exchange;
    }

    String document() {
        return document;
    }

    Instant now() {
        return exchange.pace().now();
    }
}
