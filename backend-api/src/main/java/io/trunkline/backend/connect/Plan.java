package io.trunkline.backend.connect;

import io.trunkline.backend.telephony.twilio.CarrierAccount;
import io.trunkline.backend.telephony.twilio.CarrierAddresses;
import io.trunkline.model.queue.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What has to change so that things are as wished. Pure: the same situation and wish, the same plan; done once, the
/// next plan is empty.
///
/// `account` is saved at the backend, with a key made for it where `key` says so; `remarks` are what is left alone, and
/// why.
record Plan(
        Optional<Change> application,
        boolean account,
        boolean key,
        List<NumberChange> numbers,
        List<Tie> ties,
        Wish.Entry entry,
        List<String> remarks) {
    /// Fields that change: what they are, and what they become.
    record Change(String name, Optional<String> sid, SortedMap<String, String> from, SortedMap<String, String> to) {}

    record NumberChange(CarrierNumber number, SortedMap<String, String> from, SortedMap<String, String> to) {}

    /// A number of the account as a number of the tenant's; names of what answers it, before and after.
    record Tie(
            CarrierNumber number,
            Optional<PhoneNumber> present,
            Optional<String> fromFlow,
            Optional<String> flow,
            Optional<String> fromQueue,
            Optional<String> queue) {
        boolean changes() {
            return present.isEmpty() || !flow.equals(fromFlow) || !queue.equals(fromQueue);
        }
    }

    static Plan of(Situation now, Wish wish) {
        var remarks = new ArrayList<String>();
        var numbers = new ArrayList<NumberChange>();
        for (var number : now.chosen()) {
            var wanted = wanted(number, now.services(), wish.addresses(), remarks);
            var change = change(number.fields(), wanted);
            if (!change.to().isEmpty()) {
                numbers.add(new NumberChange(number, change.from(), change.to()));
            }
        }
        var ties = now.chosen().stream()
                .map(number -> tie(number, now, wish, remarks))
                .filter(Tie::changes)
                .toList();
        var application = application(now.application(), wish);
        var key = wish.key().isEmpty() && (now.account().isEmpty() || !now.keyThere());
        return new Plan(
                application, key || accountDiffers(now, wish), key, numbers, ties, wish.entry(), List.copyOf(remarks));
    }

    boolean isEmpty() {
        return application.isEmpty()
                && !account
                && numbers.isEmpty()
                && ties.isEmpty()
                && entry.makesFlow().isEmpty()
                && entry.makesQueue().isEmpty();
    }

    private static boolean accountDiffers(Situation now, Wish wish) {
        return !now.tokenKnown()
                || now.account().isEmpty()
                || differs(now.account().get(), now, wish);
    }

    private static boolean differs(CarrierAccount known, Situation now, Wish wish) {
        var sid = now.application().map(Application::sid);
        return !sid.equals(Optional.ofNullable(known.applicationSid()))
                || !wish.key().map(known.apiKeySid()::equals).orElse(true)
                || !wish.standIn().map(Object::toString).equals(Optional.ofNullable(known.baseUrl()));
    }

    private static Optional<Change> application(Optional<Application> present, Wish wish) {
        var wanted = Map.of(
                "VoiceUrl", wish.addresses().devices(),
                "VoiceMethod", "POST",
                "StatusCallback", wish.addresses().callStatus());
        var name = wish.applicationName();
        if (present.isEmpty()) {
            var to = new TreeMap<>(wanted);
            to.put("FriendlyName", name);
            return Optional.of(new Change(name, Optional.empty(), new TreeMap<>(), to));
        }
        var known = present.get();
        var fields = Map.of(
                "VoiceUrl", known.voiceUrl(),
                "VoiceMethod", known.voiceMethod(),
                "StatusCallback", known.statusCallback());
        var change = change(new TreeMap<>(fields), wanted);
        return change.to().isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(name, Optional.of(known.sid()), change.from(), change.to()));
    }

    /// Whom the number shall ask. What it cannot carry, or what somebody else's settings decide, is left alone.
    private static Map<String, String> wanted(
            CarrierNumber number, Map<String, String> services, CarrierAddresses ours, List<String> remarks) {
        var wanted = new TreeMap<String, String>();
        if (!number.trunk().isEmpty()) {
            remarks.add(
                    "%s belongs to a SIP trunk, which takes its calls: they are left alone. Take it out of the trunk in the console to have them answered here."
                            .formatted(number.number()));
        } else if (number.calls()) {
            wanted.put(CarrierNumber.CALLS, ours.calls());
            wanted.put("VoiceMethod", "POST");
            wanted.put(CarrierNumber.CALLS_FALLBACK, ours.callsFallback());
            wanted.put("VoiceFallbackMethod", "POST");
            wanted.put(CarrierNumber.CALL_STATUS, ours.callStatus());
            wanted.put("StatusCallbackMethod", "POST");
            wanted.put(CarrierNumber.CALLS_APPLICATION, "");
        } else {
            remarks.add("%s takes no calls.".formatted(number.number()));
        }
        var service = services.get(number.sid());
        if (service != null) {
            remarks.add(
                    "%s belongs to the messaging service '%s', whose settings take its texts: they are left alone. To have texts come here, choose 'Defer to sender's webhook' in that service and run this again."
                            .formatted(number.number(), service));
        } else if (number.texts()) {
            wanted.put(CarrierNumber.TEXTS, ours.texts());
            wanted.put("SmsMethod", "POST");
            wanted.put(CarrierNumber.TEXTS_APPLICATION, "");
        } else {
            remarks.add("%s takes no texts.".formatted(number.number()));
        }
        return wanted;
    }

    private static Tie tie(CarrierNumber number, Situation now, Wish wish, List<String> remarks) {
        var present = now.tied(number);
        var fromFlow = now.flowName(present.flatMap(each -> optional(each.flow())));
        var fromQueue = now.queueName(present.flatMap(each -> optional(each.textQueue())));
        var named = wish.entry();
        var only = now.flows().size() == 1
                && named.flow().map(now.flows()::containsKey).orElse(false);
        // The only flow there is does not take a number from a flow that was chosen; there is then no other to choose.
        var flow = only ? fromFlow.or(named::flow) : named.flow().or(() -> fromFlow);
        var queue = named.textQueue().or(() -> fromQueue);
        if (flow.isEmpty() && number.calls()) {
            remarks.add(
                    "No flow answers %s yet, so callers hear that it is not in service: name one with --flow, or a queue with --queue."
                            .formatted(number.number()));
        }
        if (queue.isEmpty() && number.texts()) {
            remarks.add("No queue takes texts to %s yet: name one with --text-queue.".formatted(number.number()));
        }
        return new Tie(number, present, fromFlow, flow, fromQueue, queue);
    }

    private static <T> Optional<T> optional(@Nullable T value) {
        return Optional.ofNullable(value);
    }

    private record Fields(SortedMap<String, String> from, SortedMap<String, String> to) {}

    /// A method counts only where its address is set.
    private static Fields change(SortedMap<String, String> present, Map<String, String> wanted) {
        var from = new TreeMap<String, String>();
        var to = new TreeMap<String, String>();
        wanted.forEach((field, value) -> {
            var before = present.getOrDefault(field, "");
            if (!before.equals(value)) {
                from.put(field, before);
                to.put(field, value);
            }
        });
        return new Fields(from, to);
    }
}
