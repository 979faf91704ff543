package io.trunkline.backend.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.trunkline.backend.bench.Figures;
import io.trunkline.backend.platform.db.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Every way to forge a webhook is refused with 403, every genuine one is let in, and no secret is logged; over HTTP,
/// with requests made from a seed.
class ForgedSignaturesIT {
    private static final int REQUESTS = 150;
    private static final String BASE = StormCentre.PUBLIC_URL;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @TempDir
    static Path folder;

    private record Field(String name, String value) {}

    /// A request and the signature it brings along; "" for none.
    private record Sent(String pathAndQuery, List<Field> fields, String signature) {
        Sent signed(String origin, String key) {
            return new Sent(pathAndQuery, fields, sign(key, origin + pathAndQuery + text(fields)));
        }

        Sent signature(String other) {
            return new Sent(pathAndQuery, fields, other);
        }

        Sent path(String other) {
            return new Sent(other, fields, signature);
        }

        Sent fields(List<Field> others) {
            return new Sent(pathAndQuery, others, signature);
        }

        Sent with(Field more) {
            var all = new ArrayList<>(fields);
            all.add(more);
            return fields(all);
        }

        Sent change(UnaryOperator<String> value) {
            return fields(fields.stream()
                    .map(field -> field.name().equals("CallSid")
                            ? new Field(field.name(), value.apply(field.value()))
                            : field)
                    .toList());
        }

        String body() {
            return fields.stream()
                    .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), UTF_8))
                    .collect(Collectors.joining("&"));
        }
    }

    /// Each takes a genuine request.
    private static Map<String, UnaryOperator<Sent>> forgeries() {
        var ways = new LinkedHashMap<String, UnaryOperator<Sent>>();
        ways.put("wrong key", sent -> sent.signed(BASE, "fedcba9876543210fedcba9876543210"));
        ways.put("missing header", sent -> sent.signature(""));
        ways.put("a header that is no signature", sent -> sent.signature("%%%"));
        ways.put("header changed", sent -> sent.signature(flipped(sent.signature())));
        ways.put("header cut", sent -> sent.signature(sent.signature().substring(0, 12)));
        ways.put("body changed", sent -> sent.change(value -> value + "0"));
        ways.put("body changed by a space", sent -> sent.change(value -> value + " "));
        ways.put("body changed in case", sent -> sent.change(value -> value.toLowerCase(Locale.ROOT)));
        ways.put("param added", sent -> sent.with(new Field("Extra", "1")));
        ways.put("empty param added", sent -> sent.with(new Field("Extra", "x")).with(new Field("Another", "")));
        ways.put(
                "param removed",
                sent -> sent.fields(sent.fields().subList(1, sent.fields().size())));
        ways.put("param duplicated", sent -> sent.with(new Field("CallSid", "CA1")));
        ways.put("params swapped", sent -> sent.change(_ -> "busy").with(new Field("Swapped", "CA1")));
        ways.put("query reordered", sent -> sent.path(sent.pathAndQuery().replaceFirst("\\?(.*)&(.*)", "?$2&$1")));
        ways.put("query added", sent -> sent.path(sent.pathAndQuery() + "&c=3"));
        ways.put("query cut", sent -> sent.path(sent.pathAndQuery().replaceFirst("&b=.*", "")));
        ways.put(
                "query coded differently", sent -> sent.path(sent.pathAndQuery().replaceFirst("a=1", "a=%31")));
        ways.put("another path", sent -> sent.path(sent.pathAndQuery().replaceFirst("/[a-z]+/status", "/recording")));
        ways.put("another port", sent -> sent.signed(BASE + ":8443", StormCentre.TOKEN));
        ways.put("the port of http", sent -> sent.signed(BASE + ":80", StormCentre.TOKEN));
        ways.put("http for https", sent -> sent.signed(BASE.replace("https", "http"), StormCentre.TOKEN));
        ways.put("another host", sent -> sent.signed("https://other.example", StormCentre.TOKEN));
        ways.put("the address we listen at", sent -> sent.signed("http://127.0.0.1", StormCentre.TOKEN));
        ways.put("bodySHA256 added", sent -> sent.path(sent.pathAndQuery() + "&bodySHA256=" + sha256(sent.body())));
        ways.put(
                "bodySHA256 of another body",
                sent -> hashed(sent, sha256(sent.body())).change(_ -> "CA1"));
        ways.put(
                "bodySHA256 in capitals",
                sent -> hashed(sent, sha256(sent.body()).toUpperCase(Locale.ROOT)));
        ways.put("bodySHA256 cut", sent -> hashed(sent, sha256(sent.body()).substring(0, 63)));
        ways.put(
                "another account",
                sent -> sent.fields(sent.fields().stream()
                                .map(field -> field.name().equals("AccountSid")
                                        ? new Field("AccountSid", "AC" + "1".repeat(32))
                                        : field)
                                .toList())
                        .signed(BASE, StormCentre.TOKEN));
        return ways;
    }

    /// Each takes a genuine request and leaves it genuine: the signature covers the fields in the order of their names,
    /// whatever order they come in, and a standard port whether it is written or not.
    private static Map<String, UnaryOperator<Sent>> genuine() {
        var ways = new LinkedHashMap<String, UnaryOperator<Sent>>();
        ways.put("as it is", sent -> sent);
        ways.put("params reordered", ForgedSignaturesIT::reversed);
        ways.put("the port of https written", sent -> sent.signed(BASE + ":443", StormCentre.TOKEN));
        ways.put("a key with two values", sent -> {
            var more = sent.with(new Field("Twice", "b")).with(new Field("Twice", "a"));
            return more.signed(BASE, StormCentre.TOKEN);
        });
        ways.put("an unknown param", sent -> sent.with(new Field("New", "")).signed(BASE, StormCentre.TOKEN));
        ways.put("bodySHA256", sent -> hashed(sent, sha256(sent.body())));
        return ways;
    }

    @Test
    void everyForgedWayIsRefusedAndEveryGenuineOneLetIn() throws Exception {
        var product = (Logger) LoggerFactory.getLogger("io.trunkline");
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        product.setLevel(Level.DEBUG);
        product.setAdditive(false);
        product.addAppender(said);
        var refused = new ArrayList<String>();
        var accepted = new ArrayList<String>();
        var random = new Random(7);
        var forged = 0;
        try (var centre = new StormCentre(POSTGRES, folder)) {
            for (var request = 0; request < REQUESTS; request++) {
                var sent = request(random).signed(BASE, StormCentre.TOKEN);
                for (var way : genuine().entrySet()) {
                    if (post(centre, way.getValue().apply(sent)) != 200) {
                        refused.add(way.getKey() + " " + sent);
                    }
                }
                for (var way : forgeries().entrySet()) {
                    forged++;
                    if (post(centre, way.getValue().apply(sent)) != 403) {
                        accepted.add(way.getKey() + " " + sent);
                    }
                }
            }
        } finally {
            product.detachAppender(said);
            product.setAdditive(true);
            product.setLevel(null);
        }

        Figures.record(
                "signatures.forged-tried", forged, "requests", forgeries().size() + " ways", true);
        Figures.record("signatures.forged-accepted", accepted.size(), "requests", "0", accepted.isEmpty());
        Figures.record("signatures.genuine-refused", refused.size(), "requests", "0", refused.isEmpty());
        assertThat(accepted).isEmpty();
        assertThat(refused).isEmpty();
        assertThat(said.list)
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains(StormCentre.TOKEN));
    }

    private static Sent request(Random random) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("CallStatus", "completed"));
        fields.add(new Field("AccountSid", StormCentre.ACCOUNT));
        fields.add(new Field("CallSid", "CA%032X".formatted(random.nextLong())));
        for (var more = random.nextInt(8); more >= 0; more--) {
            fields.add(new Field("Field" + more, text(random)));
        }
        Collections.shuffle(fields.subList(1, fields.size()), random);
        var path = random.nextBoolean() ? "/twilio/voice/status" : "/twilio/sms/status";
        return new Sent(path + "?a=1&b=" + random.nextInt(), fields, "");
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(20), 32, 0x2FFF)
                .filter(Character::isDefined)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Sent reversed(Sent sent) {
        return sent.fields(sent.fields().reversed());
    }

    /// Signed as a body that is no form is: the address, which holds the body's hash, and nothing else.
    private static Sent hashed(Sent sent, String hash) {
        var path = sent.pathAndQuery() + "&bodySHA256=" + hash;
        return new Sent(path, sent.fields(), sign(StormCentre.TOKEN, BASE + path));
    }

    private static String flipped(String signature) {
        return (signature.charAt(0) == 'A' ? 'B' : 'A') + signature.substring(1);
    }

    private static String text(List<Field> fields) {
        return fields.stream()
                .sorted(java.util.Comparator.comparing(Field::name).thenComparing(Field::value))
                .map(field -> field.name() + field.value())
                .collect(Collectors.joining());
    }

    private static String sign(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int post(StormCentre centre, Sent sent) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + centre.port() + sent.pathAndQuery()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(sent.body()));
        if (!sent.signature().isEmpty()) {
            request.header("X-Twilio-Signature", sent.signature());
        }
        return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
