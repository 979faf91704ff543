package io.trunkline.backend.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signed requests as the carrier sends them, made before the clock starts.
final class VoiceForms {
    /// What differs between the two kinds of webhook.
    enum Kind {
        QUESTION("ringing"),
        NOTICE("completed");

        private final String status;

        Kind(String status) {
            this.status = status;
        }
    }

    /// Where the requests go: the path that is connected to and the address that the signature covers.
    record Target(Kind kind, String path, String signedUrl, String token, String account, String to) {}

    private final Target target;
    private final Mac mac;
    private final long seed;

    VoiceForms(Target target, long seed) throws GeneralSecurityException {
        this.target = target;
        this.seed = seed;
        this.mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(target.token().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    }

    List<byte[]> requests(int count) {
        var requests = new ArrayList<byte[]>(count);
        for (var i = 0; i < count; i++) {
            requests.add(request(i));
        }
        return requests;
    }

    private byte[] request(int number) {
        var form = form("CA%016x%016x".formatted(seed, (long) number), number);
        var signed = new StringBuilder(target.signedUrl());
        var body = new StringBuilder();
        form.forEach((key, value) -> {
            signed.append(key).append(value);
            body.append(body.isEmpty() ? "" : "&").append(key).append('=').append(encoded(value));
        });
        var signature =
                Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        var head = String.join(
                "\r\n",
                "POST " + target.path() + " HTTP/1.1",
                "Host: 127.0.0.1",
                "Content-Type: application/x-www-form-urlencoded; charset=UTF-8",
                "X-Twilio-Signature: " + signature,
                "I-Twilio-Idempotency-Token: %016x-%08x-%s".formatted(seed, number, target.kind()),
                "User-Agent: TwilioProxy/1.1",
                "Accept: */*",
                "Content-Length: " + body.length(),
                "",
                "");
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    /// Twelve parameters, in the order of their names, which is the order of the signature.
    private SortedMap<String, String> form(String call, int number) {
        var from = "+1415555%04d".formatted(number % 10_000);
        var form = new TreeMap<String, String>();
        form.put("AccountSid", target.account());
        form.put("ApiVersion", "2010-04-01");
        form.put("CallSid", call);
        form.put("CallStatus", target.kind().status);
        form.put("Called", target.to());
        form.put("Caller", from);
        form.put("Direction", "inbound");
        form.put("From", from);
        form.put("FromCountry", "US");
        form.put("SequenceNumber", "3");
        form.put("Timestamp", "Sat, 21 Nov 2026 12:00:00 +0000");
        form.put("To", target.to());
        return form;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
