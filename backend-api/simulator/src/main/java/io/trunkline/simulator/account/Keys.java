package io.trunkline.simulator.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The account's keys: the one it begins with, and those made over REST.
///
/// A standard key may do everything but read the account itself and its keys.
public final class Keys {
    private static final String BASIC = "Basic ";

    private final Map<String, Key> bySid = new ConcurrentHashMap<>();
    private final Account account;

    /// One key; its secret is told once, when it is made.
    public record Key(String sid, String name, String secret, Instant created) {
        @Override
        public String toString() {
            return "Key[" + sid + "]";
        }
    }

    /// Who a request comes from.
    public enum Caller {
        ACCOUNT,
        KEY
    }

    public Keys(Account account, Instant now) {
        this.account = account;
        bySid.put(account.keySid(), new Key(account.keySid(), "First key", account.keySecret(), now));
    }

    public Key make(String name, Instant now) {
        var key = new Key(Sids.next("SK"), name, Sids.next("").substring(0, 32), now);
        bySid.put(key.sid(), key);
        return key;
    }

    public Optional<Key> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    public List<Key> all() {
        return bySid.values().stream().sorted(Comparator.comparing(Key::sid)).toList();
    }

    public boolean remove(String sid) {
        return bySid.remove(sid) != null;
    }

    /// Who an `Authorization` header names with the right secret; empty when it is wrong.
    public Optional<Caller> caller(String authorization) {
        if (!authorization.startsWith(BASIC)) {
            return Optional.empty();
        }
        var given = authorization.substring(BASIC.length()).strip();
        if (same(given, account.sid(), account.token())) {
            return Optional.of(Caller.ACCOUNT);
        }
        return bySid.values().stream().anyMatch(key -> same(given, key.sid(), key.secret()))
                ? Optional.of(Caller.KEY)
                : Optional.empty();
    }

    private static boolean same(String given, String user, String secret) {
        var expected = Base64.getEncoder().encode((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }
}
