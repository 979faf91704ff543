package io.trunkline.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import io.trunkline.simulator.account.Application;
import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.MessagingService;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.PhoneNumber;
import io.trunkline.simulator.account.Sids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;

/// Numbers and applications by hand or from `{"numbers": […], "applications": […]}`.
final class Presets {
    private final Numbers numbers;

    Presets(Numbers numbers) {
        this.numbers = numbers;
    }

    void load(Path file) {
        try {
            var json = Json.mapper().readTree(file.toFile());
            json.path("numbers").forEach(n -> number(new Order(n)));
            json.path("applications").forEach(a -> application(new Order(a)));
        } catch (IOException e) {
            throw new UncheckedIOException("the file of numbers cannot be read: " + file, e);
        }
    }

    PhoneNumber number(Order order) {
        var number = order.need("number");
        if (!number.matches("\\+[1-9]\\d{6,14}")) {
            throw new Order.Bad("The number must look like +15550100001.");
        }
        var old = numbers.find(number);
        return numbers.put(new PhoneNumber(
                old.map(PhoneNumber::sid).orElseGet(() -> sid(order.json(), "PN")),
                number,
                order.text("name").isEmpty() ? number : order.text("name"),
                Hook.post(order.text("voiceUrl")),
                Hook.post(order.text("voiceFallbackUrl")),
                Hook.post(order.text("smsUrl")),
                Hook.post(order.text("smsFallbackUrl")),
                Hook.post(order.text("statusCallback")),
                order.text("voiceApplication"),
                order.text("textApplication"),
                order.text("trunk"),
                abilities(order.json().path("abilities"))));
    }

    private static PhoneNumber.Abilities abilities(JsonNode json) {
        return new PhoneNumber.Abilities(
                json.path("voice").asBoolean(true),
                json.path("sms").asBoolean(true),
                json.path("mms").asBoolean(true));
    }

    MessagingService service(Order order) {
        var numbers = new HashSet<String>();
        order.json().path("numbers").forEach(number -> numbers.add(number.asText()));
        return this.numbers.put(new MessagingService(
                sid(order.json(), "MG"),
                order.need("name"),
                Hook.post(order.text("inboundUrl")),
                order.json().path("defers").asBoolean(false),
                numbers));
    }

    Application application(Order order) {
        return numbers.put(new Application(
                sid(order.json(), "AP"),
                order.text("name"),
                Hook.post(order.need("voiceUrl")),
                Hook.post(order.text("voiceFallbackUrl")),
                Hook.post(order.text("statusCallback"))));
    }

    private static String sid(JsonNode json, String prefix) {
        var given = json.path("sid").asText("");
        if (!given.isEmpty() && !given.matches(prefix + "[0-9a-f]{32}")) {
            throw new Order.Bad("The sid must be " + prefix + " and 32 hexadecimal digits.");
        }
        return given.isEmpty() ? Sids.next(prefix) : given;
    }
}
