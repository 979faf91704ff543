package io.trunkline.backend.telephony.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String KEY = "12345";
    private static final List<String> KEYS = List.of(KEY);
    private static final String PATH = "/myapp.php?foo=1&bar=2";
    private static final String FORM =
            "To=%2B18005551212&Digits=1234&CallSid=CA1234567890ABCDE&From=%2B14158675309&Caller=%2B14158675309";
    private static final String SIGNED = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private final Signature signature = new Signature(URI.create("https://mycompany.com"));

    @Test
    void theCarriersFormVectorIsGenuine() {
        assertThat(genuine(PATH, FORM, SIGNED)).isTrue();
    }

    @Test
    void theCarriersJsonVectorIsGenuine() {
        var hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        var json = "{\"property\": \"value\", \"boolean\": true}";
        var path = "/myapp.php?bodySHA256=" + hash;

        assertThat(genuine("/myapp.php?foo=1&bar=2&bodySHA256=" + hash, json, "a9nBmqA0ju/hNViExpshrM61xv4="))
                .isTrue();
        assertThat(genuine(path, json, sign("https://mycompany.com" + path))).isTrue();
        assertThat(genuine(path, json + " ", sign("https://mycompany.com" + path)))
                .isFalse();
        assertThat(genuine(path.toUpperCase(java.util.Locale.ROOT), json, sign("https://mycompany.com" + path)))
                .isFalse();
    }

    @Test
    void everyForgedWayIsRefused() {
        assertThat(genuine(PATH, FORM, "")).as("missing header").isFalse();
        assertThat(genuine(PATH, FORM, "not base64 at all")).as("no base64").isFalse();
        assertThat(genuine(PATH, FORM, SIGNED.toLowerCase(java.util.Locale.ROOT)))
                .as("letters changed")
                .isFalse();
        assertThat(genuine(PATH, FORM, sign("another key", "https://mycompany.com" + PATH)))
                .as("wrong key")
                .isFalse();
        assertThat(genuine(PATH, FORM.replace("1234&", "1235&"), SIGNED))
                .as("body changed")
                .isFalse();
        assertThat(genuine(PATH, FORM + "&Extra=1", SIGNED)).as("field added").isFalse();
        assertThat(genuine(PATH, FORM.replace("Digits=1234&", ""), SIGNED))
                .as("field removed")
                .isFalse();
        assertThat(genuine(PATH, FORM + "&Digits=9", SIGNED))
                .as("field repeated")
                .isFalse();
        assertThat(genuine("/myapp.php?bar=2&foo=1", FORM, SIGNED))
                .as("query reordered")
                .isFalse();
        assertThat(genuine(PATH + "&x=1", FORM, SIGNED)).as("query added").isFalse();
        assertThat(genuine("/myapp.php?foo=1", FORM, SIGNED)).as("query cut").isFalse();
        assertThat(genuine("/other.php?foo=1&bar=2", FORM, SIGNED))
                .as("another path")
                .isFalse();
        assertThat(genuine(PATH + "&bodySHA256=", FORM, SIGNED))
                .as("body hash added")
                .isFalse();
        assertThat(of("http://mycompany.com").genuine(PATH, FORM.getBytes(UTF_8), SIGNED, KEYS))
                .as("http for https")
                .isFalse();
        assertThat(of("https://other.com").genuine(PATH, FORM.getBytes(UTF_8), SIGNED, KEYS))
                .as("another host")
                .isFalse();
        assertThat(of("https://mycompany.com:8443")
                        .genuine(PATH, FORM.getBytes(UTF_8), sign("https://mycompany.com:9443" + PATH), KEYS))
                .as("another port")
                .isFalse();
        assertThat(signature.genuine(PATH, FORM.getBytes(UTF_8), SIGNED, List.of()))
                .as("no key")
                .isFalse();
    }

    @Test
    void aPortIsSignedOrNot() {
        var body = "a=b".getBytes(UTF_8);
        for (var base : List.of("https://c.example", "https://c.example:443")) {
            assertThat(of(base).genuine("/x", body, sign("https://c.example/xab"), KEYS))
                    .isTrue();
            assertThat(of(base).genuine("/x", body, sign("https://c.example:443/xab"), KEYS))
                    .isTrue();
        }
        assertThat(of("http://c.example").genuine("/x", body, sign("http://c.example:80/xab"), KEYS))
                .isTrue();
        assertThat(of("https://c.example:8443").genuine("/x", body, sign("https://c.example:8443/xab"), KEYS))
                .isTrue();
        assertThat(of("https://c.example:8443").genuine("/x", body, sign("https://c.example/xab"), KEYS))
                .isTrue();
    }

    @Test
    void aPathBehindAProxyIsPartOfTheSignedAddress() {
        assertThat(of("https://c.example/centre/")
                        .genuine("/x?y=1", new byte[0], sign("https://c.example/centre/x?y=1"), KEYS))
                .isTrue();
    }

    @Test
    void theAddressIsTakenByteForByte() {
        for (var path :
                List.of("/x?q=O'Neil", "/x?q=O%27Neil", "/x?m=a@b:c", "/x?m=a%40b%3Ac", "/x?e=", "/x?a=%2f", "/%7Ex")) {
            assertThat(genuine(path, "", sign("https://mycompany.com" + path)))
                    .as(path)
                    .isTrue();
        }
        assertThat(genuine("/x?q=O'Neil", "", sign("https://mycompany.com/x?q=O%27Neil")))
                .isFalse();
    }

    @Test
    void repeatedKeysAreSignedOncePerValueInOrder() {
        assertThat(genuine("/x", "M=b&M=a&M=b", sign("https://mycompany.com/xMaMb")))
                .isTrue();
    }

    @Test
    void emptyFieldsSpacesAndUnknownFieldsCount() {
        assertThat(genuine(
                        "/x",
                        "ToCity=&Body=+a+&New=%E2%9C%93&Flag",
                        sign("https://mycompany.com/xBody a FlagNew✓ToCity")))
                .isTrue();
    }

    @Test
    void theTokenBeforeIsStillGoodWhileItIsRotated() {
        assertThat(signature.genuine(PATH, FORM.getBytes(UTF_8), SIGNED, List.of("new", KEY)))
                .isTrue();
    }

    @Test
    void agreesWithTheCarriersOwnLibrary() {
        var random = new Random(7);
        var validator = new RequestValidator(KEY);
        for (var round = 0; round < 2_000; round++) {
            var fields = new HashMap<String, String>();
            for (var field = random.nextInt(12); field > 0; field--) {
                fields.put("K" + random.nextInt(40), text(random));
            }
            var body = fields.entrySet().stream()
                    .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                    .collect(Collectors.joining("&"));
            var path = "/twilio/x?a=" + random.nextInt();
            var form = Form.of(body.getBytes(UTF_8));
            var text = new StringBuilder("https://mycompany.com" + path);
            form.fields().forEach((key, values) -> text.append(key).append(values.getFirst()));
            var signed = sign(text.toString());

            assertThat(genuine(path, body, signed))
                    .isEqualTo(validator.validate("https://mycompany.com" + path, fields, signed))
                    .isTrue();
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(20), 32, 0x2FFF)
                .filter(Character::isDefined)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean genuine(String path, String body, String signed) {
        return signature.genuine(path, body.getBytes(UTF_8), signed, KEYS);
    }

    private static Signature of(String url) {
        return new Signature(URI.create(url));
    }

    private static String sign(String text) {
        return sign(KEY, text);
    }

    private static String sign(String key, String text) {
        return Base64.getEncoder().encodeToString(Signature.mac(key, text));
    }
}
