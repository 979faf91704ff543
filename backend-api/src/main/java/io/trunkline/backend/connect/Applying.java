package io.trunkline.backend.connect;

import io.trunkline.backend.telephony.twilio.NewAccount;
import io.trunkline.model.FlowId;
import io.trunkline.model.QueueId;
import io.trunkline.model.queue.NewPhoneNumber;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries a plan out, one step after the other, and says each when it is done: a number is pointed at us last, after
/// everything that answers it, and after what it said before is written down.
final class Applying {
    private static final int LONGEST_LABEL = 100;

    private final OurBackend backend;
    private final TwilioApi twilio;
    private final Credentials who;
    private final Clock clock;
    private final Terminal terminal;
    private final List<String> left = new ArrayList<>();

    Applying(OurBackend backend, TwilioApi twilio, Credentials who, Clock clock, Terminal terminal) {
        this.backend = backend;
        this.twilio = twilio;
        this.who = who;
        this.clock = clock;
        this.terminal = terminal;
    }

    /// The application, and the account with its key at the backend. After this its signatures are known there.
    void account(Plan plan, Situation now, Optional<URI> standIn) {
        var sid = plan.application()
                .map(change -> saved(change))
                .or(() -> now.application().map(Application::sid))
                .orElseThrow();
        if (!plan.account()
                && now.account()
                        .flatMap(known -> Optional.ofNullable(known.applicationSid()))
                        .equals(Optional.of(sid))) {
            return;
        }
        if (!plan.key()) {
            var known = now.account().map(account -> account.apiKeySid());
            backend.save(new NewAccount(
                    who.account(),
                    who.token(),
                    who.key().map(Credentials.Key::sid).or(() -> known).orElseThrow(),
                    who.key().map(Credentials.Key::secret).orElse(null),
                    sid,
                    standIn.orElse(null)));
        } else {
            withNewKey(sid, standIn);
        }
        terminal.say("Done: the backend keeps the account.");
    }

    private String saved(Plan.Change change) {
        var sid = twilio.save(change.sid(), change.to());
        terminal.say("Done: application '%s' %s.".formatted(change.name(), sid));
        return sid;
    }

    /// A key whose secret nobody has kept is of no use to anybody.
    private void withNewKey(String application, Optional<URI> standIn) {
        var key = twilio.makeKey("Trunkline " + who.tenant());
        try {
            backend.save(new NewAccount(
                    who.account(), who.token(), key.sid(), key.secret(), application, standIn.orElse(null)));
            terminal.say("Done: key %s.".formatted(key.sid()));
        } catch (CannotConnect e) {
            twilio.removeKey(key.sid());
            throw e;
        }
    }

    /// What answers the numbers, then the numbers.
    void numbers(Plan plan) {
        left.addAll(plan.numbers().stream().map(each -> each.number().number()).toList());
        entry(plan.entry());
        var flows = plan.ties().isEmpty() ? Map.<String, FlowId>of() : backend.flows();
        var queues = plan.ties().isEmpty() ? Map.<String, QueueId>of() : backend.queues();
        plan.ties().forEach(tie -> tie(tie, flows, queues));
        plan.numbers().forEach(this::point);
    }

    /// Numbers that were to be changed and are not.
    List<String> left() {
        return List.copyOf(left);
    }

    private void entry(Wish.Entry entry) {
        entry.makesQueue().ifPresent(name -> {
            backend.addQueue(name);
            terminal.say("Done: queue '%s'.".formatted(name));
        });
        entry.makesFlow().ifPresent(name -> {
            var queue = entry.textQueue().map(backend.queues()::get).orElseThrow();
            backend.addFlow(name, straightTo(queue));
            terminal.say("Done: flow '%s'.".formatted(name));
        });
    }

    private static Map<String, Object> straightTo(QueueId queue) {
        return Map.of(
                "start",
                "queue",
                "language",
                "en-US",
                "steps",
                Map.of(
                        "queue", Map.of("type", "enqueue", "queue", queue.toString(), "full", "full"),
                        "full",
                                Map.of(
                                        "type", "hangUp",
                                        "text", "All our lines are busy. Please call again later.",
                                        "outcome", "OVERFLOWED")));
    }

    private void tie(Plan.Tie tie, Map<String, FlowId> flows, Map<String, QueueId> queues) {
        var number = tie.number();
        var label = tie.present()
                .map(each -> each.label())
                .or(() -> Optional.of(number.name()).filter(name -> !name.isBlank()))
                .orElse(number.number());
        var wanted = new NewPhoneNumber(
                number.number(),
                label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label,
                tie.flow().map(flows::get).orElse(null),
                tie.queue().map(queues::get).orElse(null));
        tie.present().ifPresentOrElse(each -> backend.change(each, wanted), () -> backend.add(wanted));
        terminal.say("Done: %s is the tenant's.".formatted(number.number()));
    }

    private void point(Plan.NumberChange change) {
        backend.keep(Journal.with(backend.numbersBefore(), change, clock.instant()));
        twilio.change(change.number(), change.to());
        left.remove(change.number().number());
        terminal.say("Done: %s comes here (%s).".formatted(change.number().number(), Sheet.fields(change.to())));
    }
}
