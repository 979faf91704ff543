package io.trunkline.backend.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.backend.platform.config.TlsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificate of the moment. New files are used as soon as they are a pair; until then the old one stays.
///
/// What the files hold is compared, not when they were written: whoever renews certificates may swap links.
final class Certificates implements CurrentKey.Known {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration REMIND = Duration.ofDays(1);

    private final TlsConfig.Pair files;
    private volatile Certificate current;
    private volatile Certificate before;
    private volatile String wrong = "";
    private volatile Instant looked;
    private byte[] seen;
    private Instant reminded = Instant.MIN;

    Certificates(TlsConfig.Pair files, Instant now, MeterRegistry meters) {
        this.files = files;
        this.looked = now;
        this.seen = content();
        try {
            this.current = Certificate.read(files);
            this.before = current;
        } catch (CertificateFault fault) {
            throw new StartFault(fault.getMessage() + " Check http.tls.certificate and http.tls.key.", fault);
        }
        meters.gauge("http.tls.certificate.days", this, Certificates::days);
    }

    /// A sentence about what is wrong with two files, for a check that starts nothing.
    static Optional<String> wrong(TlsConfig.Pair files) {
        try {
            Certificate.read(files);
            return Optional.empty();
        } catch (CertificateFault fault) {
            return Optional.of(String.valueOf(fault.getMessage()));
        }
    }

    SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new CurrentKey(this)}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java speaks TLS.", e);
        }
    }

    @Override
    public Certificate current() {
        return current;
    }

    @Override
    public Certificate named(String alias) {
        var now = current;
        return now.alias().equals(alias) ? now : before;
    }

    /// Whole days until the certificate is over, as of the last look.
    double days() {
        return Duration.between(looked, current.notAfter()).toDays();
    }

    /// What somebody should see to; nothing when all is well.
    Optional<String> remark() {
        return Optional.of(wrong).filter(sentence -> !sentence.isEmpty());
    }

    /// Takes new files, when there are some. Called by one loop.
    void look(Instant now) {
        looked = now;
        var content = content();
        if (!Arrays.equals(content, seen)) {
            seen = content;
            take();
        }
        if (current.notAfter().isBefore(now.plus(SOON)) && reminded.isBefore(now.minus(REMIND))) {
            reminded = now;
            LOG.warn("The certificate in {} is over in {} days", files.certificate(), (long) days());
        }
    }

    private void take() {
        try {
            var fresh = Certificate.read(files);
            before = current;
            current = fresh;
            wrong = "";
            reminded = Instant.MIN;
            LOG.info("New connections see the new certificate in {}", files.certificate());
        } catch (CertificateFault fault) {
            wrong = "The new certificate is not used; the one before stays. " + fault.getMessage();
            LOG.warn("{}", wrong);
        }
    }

    private byte[] content() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(files.certificate()));
            digest.update(Files.readAllBytes(files.key()));
            return digest.digest();
        } catch (IOException _) {
            // Read again, and told, by whoever takes it.
            return new byte[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
