package io.trunkline.desktop.backend;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Whose certificates count: those of the authorities that Java brings and of those that this computer knows, among
/// them the company's own.
///
/// They are read when the first connection needs them, so that no start waits for hundreds of certificates, and again
/// after one was refused: IT may have added its authority since.
public final class Trust {
    /// Java's authorities alone.
    public static final Trust JAVA = new Trust(List::of);

    private record Read(X509TrustManager manager, SSLContext context) {}

    private final Supplier<List<X509Certificate>> computers;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Read read;

    /// `computers` are the authorities that this computer knows. It may block.
    public Trust(Supplier<List<X509Certificate>> computers) {
        this.computers = computers;
    }

    /// Blocks the first time, as all do.
    public X509TrustManager manager() {
        return read().manager();
    }

    public SSLContext context() {
        return read().context();
    }

    private Read read() {
        lock.lock();
        try {
            var now = read;
            if (now == null) {
                now = read(computers.get());
                read = now;
            }
            return now;
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        lock.lock();
        try {
            read = null;
        } finally {
            lock.unlock();
        }
    }

    private Read read(Collection<X509Certificate> computers) {
        try {
            var manager = new NamingTrustManager(of(together(computers)), this::forget);
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return new Read(manager, context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /// One store of all, so that there is one answer why a certificate is not trusted.
    private static KeyStore together(Collection<X509Certificate> computers)
            throws GeneralSecurityException, IOException {
        var all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        var number = 0;
        for (var each : Stream.concat(Stream.of(of(null).getAcceptedIssuers()), computers.stream())
                .distinct()
                .toList()) {
            all.setCertificateEntry(String.valueOf(number++), each);
        }
        return all;
    }

    /// Of Java's own authorities where `store` is null.
    private static X509ExtendedTrustManager of(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
