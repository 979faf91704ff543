package io.trunkline.backend.telephony.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells whether a request comes from the carrier.
///
/// The signed address is the configured public one with the request's path and query as they came, byte for byte; what
/// the request says of its host counts for nothing. Values repeated under one key are signed once each, in order. All
/// comparisons take the same time whether they match or not.
final class Signature {
    private static final String BODY_HASH = "bodySHA256=";

    private final List<byte[]> origins;

    /// One of each key that is ready to sign, to be copied: to look for the algorithm takes longer than to sign.
    private final Map<String, Mac> ready = new ConcurrentHashMap<>();

    /// `publicUrl` is the address under which the carrier reaches us; a path in it comes before each request's path.
    Signature(URI publicUrl) {
        this.origins = origins(publicUrl);
    }

    /// Checks a request against each key that is valid now; `pathAndQuery` is raw.
    boolean genuine(String pathAndQuery, byte[] body, String signature, List<String> keys) {
        return genuine(pathAndQuery, body, Form.of(body), signature, keys);
    }

    /// As above, for a body that was read already.
    boolean genuine(String pathAndQuery, byte[] body, Form form, String signature, List<String> keys) {
        var given = decode(signature);
        var hash = bodyHash(pathAndQuery);
        var rest = (hash.isEmpty() ? pathAndQuery + signed(form) : pathAndQuery).getBytes(StandardCharsets.UTF_8);
        var genuine = false;
        for (var key : keys) {
            for (var origin : origins) {
                genuine |= MessageDigest.isEqual(signed(key, origin, rest), given);
            }
        }
        return genuine && (hash.isEmpty() || hashMatches(body, hash));
    }

    private static String signed(Form form) {
        var text = new StringBuilder(512);
        for (Map.Entry<String, List<String>> field : form.fields().entrySet()) {
            var values = field.getValue();
            for (var value : values.size() == 1 ? values : new TreeSet<>(values)) {
                text.append(field.getKey()).append(value);
            }
        }
        return text.toString();
    }

    private byte[] signed(String key, byte[] origin, byte[] rest) {
        try {
            var mac = (Mac) ready.computeIfAbsent(key, Signature::mac).clone();
            mac.update(origin);
            return mac.doFinal(rest);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java cannot copy what signs", e);
        }
    }

    static byte[] mac(String key, String text) {
        return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(String key) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign", e);
        }
    }

    private static byte[] decode(String signature) {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static String bodyHash(String pathAndQuery) {
        var query = pathAndQuery.indexOf('?');
        if (query < 0) {
            return "";
        }
        for (var part : pathAndQuery.substring(query + 1).split("&", -1)) {
            if (part.startsWith(BODY_HASH)) {
                return part.substring(BODY_HASH.length());
            }
        }
        return "";
    }

    private static boolean hashMatches(byte[] body, String hash) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            var own = HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(own, hash.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /// With and without the port, since the carrier signs either.
    private static List<byte[]> origins(URI publicUrl) {
        var scheme = publicUrl.getScheme().toLowerCase(Locale.ROOT);
        var port = publicUrl.getPort() >= 0 ? publicUrl.getPort() : scheme.equals("https") ? 443 : 80;
        var path = publicUrl.getRawPath() == null ? "" : publicUrl.getRawPath();
        var prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Stream.of(publicUrl.getHost() + prefix, publicUrl.getHost() + ":" + port + prefix)
                .map(rest -> (scheme + "://" + rest).getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
