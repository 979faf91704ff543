package io.trunkline.backend.telephony;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The carrier's side of a webhook: signs a form and posts it to a backend on this machine.
final class SignedPost implements AutoCloseable {
    /// What came back, and how long it took.
    record Answer(int status, String body, Duration took) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String publicUrl;
    private final String account;
    private final SecretKeySpec key;
    private final int port;

    SignedPost(String publicUrl, String account, String token, int port) {
        this.publicUrl = publicUrl;
        this.account = account;
        this.key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
        this.port = port;
    }

    /// Posts `form` as the carrier would; `delivery` is the idempotency token, the same when it is posted again.
    Answer post(String pathAndQuery, Map<String, String> form, String delivery) {
        SortedMap<String, String> fields = new TreeMap<>(form);
        fields.put("AccountSid", account);
        fields.put("ApiVersion", "2010-04-01");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", signature(pathAndQuery, fields))
                .header("I-Twilio-Idempotency-Token", delivery)
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build();
        try {
            var begun = System.nanoTime();
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            return new Answer(0, e.toString(), Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signature(String pathAndQuery, SortedMap<String, String> fields) {
        var text = new StringBuilder(publicUrl).append(pathAndQuery);
        fields.forEach((name, value) -> text.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(SortedMap<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        client.close();
    }
}
