package io.trunkline.backend.telephony.twilio;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// A webhook as the carrier would send it: a form, signed with the account's token for the address the carrier knows.
public record SignedWebhook(String address, SortedMap<String, String> fields) {
    /// The field that names the question whose answer proves the way.
    public static final String QUESTION = Proof.FIELD;

    public SignedWebhook(String address, Map<String, String> fields) {
        this(address, new TreeMap<>(fields));
    }

    /// The request, sent to where the carrier would send it.
    public HttpRequest.Builder request(String token) {
        return request(URI.create(address), token);
    }

    /// The same request, sent to another place.
    public HttpRequest.Builder request(URI to, String token) {
        return HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*")
                .header("X-Twilio-Signature", signature(token))
                .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(encoded()));
    }

    private String signature(String token) {
        var text = new StringBuilder(address);
        fields.forEach((name, value) -> text.append(name).append(value));
        return Base64.getEncoder().encodeToString(Signature.mac(token, text.toString()));
    }

    private String encoded() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
