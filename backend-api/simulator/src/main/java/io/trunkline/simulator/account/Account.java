package io.trunkline.simulator.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/// One carrier account with its master token and one API key.
public record Account(String sid, String token, String keySid, String keySecret) {
    private static final String BASIC = "Basic ";

    /// Whether an `Authorization` header names this account or its key with the right secret.
    public boolean accepts(String authorization) {
        if (!authorization.startsWith(BASIC)) {
            return false;
        }
        var given = authorization.substring(BASIC.length()).strip();
        return same(given, sid, token) || same(given, keySid, keySecret);
    }

    private static boolean same(String given, String user, String secret) {
        var expected = Base64.getEncoder().encode((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Account[" + sid + ", key " + keySid + "]";
    }
}
