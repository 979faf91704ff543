package io.trunkline.backend.connect;

import io.trunkline.backend.telephony.twilio.CarrierAccount;
import io.trunkline.backend.telephony.twilio.CarrierAddresses;
import io.trunkline.model.FlowId;
import io.trunkline.model.NumberId;
import io.trunkline.model.QueueId;
import io.trunkline.model.queue.PhoneNumber;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Numbers, accounts and wishes for tests.
final class Given {
    static final String NUMBER = "+12025550100";
    static final String ACCOUNT = "AC" + "0".repeat(32);
    static final String KEY = "SK" + "0".repeat(32);
    static final String APPLICATION = "AP" + "0".repeat(32);
    static final String NAME = "Trunkline demo";
    static final FlowId FLOW = new FlowId(UUID.randomUUID());
    static final QueueId QUEUE = new QueueId(UUID.randomUUID());
    static final CarrierAddresses ADDRESSES = new CarrierAddresses(
            "https://centre.example.com",
            "https://centre.example.com/twilio/voice/inbound",
            "https://centre.example.com/twilio/voice/fallback",
            "https://centre.example.com/twilio/voice/status",
            "https://centre.example.com/twilio/sms/inbound",
            "https://centre.example.com/twilio/voice/agent",
            "https://centre.example.com/twilio/proof");

    private Given() {}

    static CarrierNumber number() {
        return new CarrierNumber(
                "PN" + "0".repeat(32), NUMBER, "Main line", true, true, "", fields("https://old.example.com/voice"));
    }

    static CarrierNumber with(CarrierNumber number, Map<String, String> changed) {
        var fields = new TreeMap<>(number.fields());
        fields.putAll(changed);
        return new CarrierNumber(
                number.sid(), number.number(), number.name(), number.calls(), number.texts(), number.trunk(), fields);
    }

    static SortedMap<String, String> fields(String calls) {
        return new TreeMap<>(Map.of(
                "VoiceUrl", calls,
                "VoiceMethod", "GET",
                "VoiceFallbackUrl", "",
                "VoiceFallbackMethod", "POST",
                "StatusCallback", "",
                "StatusCallbackMethod", "POST",
                "SmsUrl", "https://demo.twilio.com/welcome/sms/reply",
                "SmsMethod", "POST",
                "VoiceApplicationSid", "",
                "SmsApplicationSid", ""));
    }

    /// A tenant on its first day: one flow, one queue, nothing at the carrier.
    static Situation firstDay(CarrierNumber... numbers) {
        return new Situation(
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                List.of(numbers),
                Map.of(),
                List.of(),
                Map.of("Main", FLOW),
                Map.of("Support", QUEUE));
    }

    /// The same tenant when everything of the plan is done.
    static Situation done(Plan plan, Situation before) {
        var numbers = before.chosen().stream()
                .map(number -> plan.numbers().stream()
                        .filter(change -> change.number().equals(number))
                        .findFirst()
                        .map(change -> with(number, change.to()))
                        .orElse(number))
                .toList();
        var flows = new LinkedHashMap<>(before.flows());
        plan.entry().makesFlow().ifPresent(name -> flows.put(name, new FlowId(UUID.randomUUID())));
        var queues = new LinkedHashMap<>(before.queues());
        plan.entry().makesQueue().ifPresent(name -> queues.put(name, new QueueId(UUID.randomUUID())));
        var ours = plan.ties().stream()
                .map(tie -> new PhoneNumber(
                        new NumberId(UUID.randomUUID()),
                        tie.number().number(),
                        "Main line",
                        tie.flow().map(flows::get).orElse(null),
                        tie.queue().map(queues::get).orElse(null)))
                .toList();
        var made = plan.application()
                .map(change -> new Application(
                        APPLICATION,
                        NAME,
                        change.to().get("VoiceUrl"),
                        "POST",
                        change.to().get("StatusCallback")));
        return new Situation(
                Optional.of(new CarrierAccount(ACCOUNT, KEY, APPLICATION, null)),
                true,
                true,
                made.or(before::application),
                numbers,
                before.services(),
                ours,
                flows,
                queues);
    }

    static Wish wish(Wish.Entry entry) {
        return new Wish(ADDRESSES, NAME, Optional.empty(), Optional.empty(), entry);
    }

    static Wish.Entry entry() {
        return new Wish.Entry(Optional.of("Main"), Optional.of("Support"), Optional.empty(), Optional.empty());
    }

    static ConnectRequest asking(List<String> numbers) {
        return asking(numbers, null, null, null);
    }

    static ConnectRequest asking(List<String> numbers, String flow, String queue, String textQueue) {
        return new ConnectRequest(
                URI.create("http://127.0.0.1:8080"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("demo"),
                Optional.of("ada@demo.example"),
                numbers,
                false,
                Optional.ofNullable(flow),
                Optional.ofNullable(queue),
                Optional.ofNullable(textQueue),
                false,
                false,
                false,
                false);
    }
}
