package io.trunkline.backend.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;

/// Hashes passwords with Argon2id and checks them.
///
/// A check against an unknown account costs the same time, so that nobody learns who has one.
final class Passwords {
    // OWASP Password Storage Cheat Sheet, "Argon2id": m = 19456 (19 MiB), t = 2, p = 1; salt and tag as in RFC 9106,
    // section 4.
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int TAG_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, TAG_BYTES, Argon2.ID);

    /// Nobody's: as long to check as anybody's. It is not the hash of anything, so that none has to be made at the
    /// start.
    private static final String NOBODY = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, zeros(SALT_BYTES), zeros(TAG_BYTES));

    // Each hash takes 19 MiB and a processor; a flood of sign-ins must not starve calls.
    private final Semaphore gate =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    String hash(String password) {
        gate.acquireUninterruptibly();
        try {
            return Password.hash(normal(password))
                    .addRandomSalt(SALT_BYTES)
                    .with(ARGON2ID)
                    .getResult();
        } finally {
            gate.release();
        }
    }

    boolean matches(String password, String hash) {
        gate.acquireUninterruptibly();
        try {
            return Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            gate.release();
        }
    }

    /// Takes as long as [#matches] and is never true.
    boolean matchesNobody(String password) {
        matches(password, NOBODY);
        return false;
    }

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    /// The same letters typed on different keyboards are the same password (NIST SP 800-63B, 5.1.1.2).
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
